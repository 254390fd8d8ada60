// Styles and browsers -> each style as each browser reads it: JSON in, JSON out.
"use strict";
const fs = require("fs");
const { asRead } = require("./css.js");

const { styles, browsers } = JSON.parse(fs.readFileSync(0, "utf8"));
const read = ([name, version]) =>
  Object.entries(styles).map(([where, text]) => [where, asRead(text, { name, version }).text]);
const all = browsers.map(browser => [browser.join(" "), Object.fromEntries(read(browser))]);

console.log(JSON.stringify(Object.fromEntries(all)));
