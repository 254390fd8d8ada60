// A thing of the web and a browser -> whether that browser knows it, by the data that MDN keeps.
"use strict";
const data = require("@mdn/browser-compat-data");

// Browsers as they are called in package.json, and in MDN's data.
const NAMES = {
  Safari: "safari", iOS: "safari_ios", Chrome: "chrome", ChromeAndroid: "chrome_android",
  Edge: "edge", Firefox: "firefox",
};

// Lines like "Safari >= 13.1" -> the oldest browsers that are carried, each a name and a version.
const browsers = lines => lines.map(line => {
  const [, name, version] = /^(\w+) >= ([\d.]+)$/.exec(line) || [];
  if (!NAMES[name]) throw new Error(`"${line}" is no browser like "Safari >= 13.1"`);
  return { name: NAMES[name], version };
});

// The names of a thing, from the outside in -> what MDN holds of it; undefined if it holds nothing.
const record = path => {
  let found = data;
  for (const name of path) found = found && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
};

const older = (one, other) => {
  const [mine, its] = [one, other].map(version => version.split(".").map(Number));
  const place = its.findIndex((number, index) => number !== (mine[index] || 0));
  return place >= 0 && (mine[place] || 0) < its[place];
};

const since = (said, version) => {
  if (typeof said === "boolean") return said;
  return Boolean(said) && said !== "preview" && !older(version, said.replace("≤", ""));
};

// Whether the browser knows it by its plain name, in full and without a setting.
const knows = (found, { name, version }) => {
  if (!found.__compat) return true;
  const said = [].concat(found.__compat.support[name] || []);
  const plain = said.filter(one =>
    !one.prefix && !one.alternative_name && !one.flags && !one.partial_implementation);
  return plain.some(one =>
    since(one.version_added, version) && !since(one.version_removed || false, version));
};

module.exports = { browsers, data, knows, record };
