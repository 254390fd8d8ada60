// A built site -> what in it the carried browsers do not know. `node lint.js SITE` prints a list.
"use strict";
const fs = require("fs");
const path = require("path");
const tree = require("css-tree");
const { browserslist } = require("../../package.json");
const { asRead } = require("./css.js");
const { pageNeeds, scripts, styles } = require("./elements.js");
const { ADDS } = require("./exceptions.js");
const { browsers, knows, record } = require("./known.js");
const { scriptNeeds } = require("./scripts.js");

const CARRIED = browsers(browserslist);
const used = new Set();
const problems = new Map();

// Exceptions hold for what only adds; never for a rule that takes known selectors with it.
const report = (what, where, browser, excused = true) => {
  const [, place = /./] = [].concat(ADDS[what]);
  if (excused && ADDS[what] && place.test(where)) {
    used.add(what);
    return;
  }
  const names = problems.get(`${where}: ${what}`) || [];
  problems.set(`${where}: ${what}`, [...names, `${browser.name} ${browser.version}`]);
};

const known = (paths, browser) => paths.some(one => {
  const found = record(one.split ? one.split(".") : one);
  return Boolean(found) && knows(found, browser);
});

// Selectors of what has margins.
const withMargins = sheet => {
  const found = [];
  tree.walk(sheet, { visit: "Rule", enter(rule) {
    const own = rule.block.children.some(({ property }) => /^margin/.test(property));
    if (own) rule.prelude.children.forEach(one => found.push(tree.generate(one)));
  } });
  return found;
};

// Where gaps are not known, things must stand apart by their margins.
const standApart = (selector, margins) =>
  selector.split(",").every(one => margins.some(other => other.startsWith(`${one}>`)));

const lintStyle = (text, where) => CARRIED.forEach(browser => {
  const { lost, sheet } = asRead(text, browser), margins = withMargins(sheet);
  lost.forEach(({ path: what, line, selector, whole }) => {
    if (/gap\.flex_context$/.test(what) && standApart(selector, margins)) return;
    const said = whole ? `${what}, and all of "${selector}" with it` : what;
    report(said, `${where}:${line} ${selector}`, browser, !whole);
  });
});

const lintScript = (text, where) => {
  const members = !where.includes("/workers/");
  scriptNeeds(text, { members }).forEach(({ line, paths }) =>
    CARRIED.filter(browser => !known(paths, browser)).forEach(browser =>
      report(paths[0].join("."), `${where}:${line}`, browser)));
};

const files = folder => fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
  const file = path.join(folder, entry.name);
  return entry.isDirectory() ? files(file) : [file];
});

// Each style, script and element once, and the first file that has it; all files that have some.
const firsts = new Map();
const looked = new Set();
const gather = (kind, text, where) => {
  if (kind !== "need") looked.add(where);
  if (!firsts.has(`${kind} ${text}`)) firsts.set(`${kind} ${text}`, { kind, text, where });
};

const lint = site => {
  files(site).forEach(file => {
    const kind = path.extname(file), where = path.relative(site, file);
    if (![".css", ".html", ".js", ".svg"].includes(kind)) return;
    const text = fs.readFileSync(file, "utf8");
    if (kind === ".css" || kind === ".js") return gather(kind, text, where);
    styles(text).forEach(style => gather(".css", style, where));
    scripts(text).forEach(script => gather(".js", script, where));
    pageNeeds(text).forEach(need => gather("need", need, where));
  });
  firsts.forEach(({ kind, text, where }) => {
    if (kind === ".css") lintStyle(text, where);
    else if (kind === ".js") lintScript(text, where);
    else CARRIED.filter(browser => !known([text], browser)).forEach(browser =>
      report(text, where, browser));
  });
  return {
    looked: [...looked],
    problems: [...problems].map(([what, names]) => `${what} (${names.join(", ")})`),
    idle: Object.keys(ADDS).filter(name => !used.has(name)),
  };
};

console.log(JSON.stringify(lint(process.argv[2])));
