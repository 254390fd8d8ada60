// A style -> the style as a browser reads it, and what it lost of it.
"use strict";
const tree = require("css-tree");
const { functionNeeds, needs, selectorNeeds } = require("./css_needs.js");
const { knows, record } = require("./known.js");

// A thing that MDN does not list is known to nobody: it may be misspelled.
const unknown = (paths, browser) => paths.find(path => {
  const found = record(path);
  return !found || !knows(found, browser);
});

// Whether a condition of @supports is true for the browser; undefined where it is not understood.
const supports = (condition, browser) => {
  let said, negated = false, joined;
  condition.children.forEach(part => {
    if (part.type === "Identifier") {
      if (part.name === "not") negated = true;
      else joined = part.name;
      return;
    }
    let here;
    if (part.type === "Condition") here = supports(part, browser);
    else if (part.type === "SupportsDeclaration") here = !unknown(needs(part.declaration), browser);
    else if (part.type === "Parentheses") here = supports(part, browser);
    if (here !== undefined && negated) here = !here;
    if (joined === "or") said = said || here;
    else if (joined === "and") said = said && here;
    else said = here;
    negated = false;
  });
  return said;
};

const MEDIA = ["css", "at-rules", "media"];

// What a query of @media asks for that the browser does not know: its rules are not for that one.
const unasked = (query, browser) => tree.find(query, ({ type, name }) =>
  type === "Feature" && unknown([[...MEDIA, name.replace(/^(min|max)-/, "")]], browser));

const unreadable = (query, browser) =>
  tree.find(query, ({ type }) => type === "FeatureRange")
  && unknown([[...MEDIA, "range_syntax"]], browser);

class Reading {
  constructor(browser, displays) {
    Object.assign(this, { browser, displays, lost: [] });
  }

  lose(path, node, selector = "", whole = false) {
    this.lost.push({ path: path.join("."), line: node.loc.start.line, selector, whole });
    return false;
  }

  // Each of these says whether the browser keeps a thing, and takes out what it does not keep.
  atrule(node) {
    const path = ["css", "at-rules", node.name];
    if (unknown([path], this.browser)) return this.lose(path, node);
    const asked = node.name === "supports" && node.prelude.children.first;
    if (asked && !supports(asked, this.browser)) return false;
    if (node.name === "media" && !this.media(node)) return false;
    if (node.block) this.block(node.block, `@${node.name}`);
    return true;
  }

  media(node) {
    const queries = node.prelude.children.first.children;
    queries.forEach((query, item) => {
      const fault = unreadable(query, this.browser);
      if (fault) this.lose(fault, node);
      if (fault || unasked(query, this.browser)) queries.remove(item);
    });
    return !queries.isEmpty;
  }

  rule(node) {
    const selectors = node.prelude.children.toArray();
    const faults = selectors.map(one => unknown(selectorNeeds(one), this.browser));
    const fault = faults.find(Boolean);
    const said = tree.generate(node.prelude);
    if (fault) return this.lose(fault, node, said, faults.some(one => !one));
    const lists = selectors.map(one => this.displays.get(tree.generate(one)));
    this.block(node.block, said, displayOf(node) || lists.find(Boolean));
    return true;
  }

  // `within`: the selector, or the name of an at-rule.
  block(block, within, display) {
    const plain = new Set();
    block.children.forEach((node, item) => {
      const kept = this.keeps(node, { within, display, plain });
      // What a condition asks is answered here.
      if (kept && node.name === "supports") block.children.replace(item, node.block.children);
      else if (!kept) block.children.remove(item);
    });
  }

  keeps(node, { within, display, plain }) {
    if (node.type === "Atrule") return this.atrule(node);
    if (node.type === "Rule") return this.rule(node);
    if (node.type !== "Declaration" || within === "@page") return true;
    const fault = unknown(needs(node, display), this.browser);
    if (!fault && node.property.startsWith("--")) this.name(node);
    if (!fault) plain.add(node.property);
    else if (this.keepsBroken(node)) return !this.lose(fault, node, within);
    // What was said plainly before holds where this is not known.
    else if (!plain.has(node.property)) this.lose(fault, node, within);
    return !fault;
  }

  // Where a value has names in it, a browser finds out too late that it does not know the rest:
  // what was said before is gone.
  keepsBroken(node) {
    const named = tree.find(node.value, ({ type, name }) => type === "Function" && name === "var");
    const first = [["css", "properties", node.property], ["css", "types", "var"]];
    if (!named || unknown(first, this.browser)) return false;
    node.value = tree.parse("unset", { context: "value" });
    return true;
  }

  // A name may be given any value, but what uses it is lost where that value is not known.
  name(node) {
    const functions = node.value.value.match(/[\w-]+(?=\()/g) || [];
    const fault = unknown(functions.flatMap(one => functionNeeds("", one)), this.browser);
    if (!fault) return;
    this.lose(fault, node);
    node.value.value = "unknown()";
  }
}

// How a rule lays out what it holds, where it says so.
const displayOf = rule => {
  let found;
  rule.block.children.forEach(({ property, value }) => {
    const said = property === "columns" ? property : property === "display" && tree.generate(value);
    if (/flex|grid|columns/.test(said)) found = said;
  });
  return found;
};

// How each selector lays out what it holds: gaps are older in some layouts than in others.
const displaysOf = sheet => {
  const found = new Map();
  tree.walk(sheet, { visit: "Rule", enter(rule) {
    const said = displayOf(rule);
    if (said) rule.prelude.children.forEach(one => found.set(tree.generate(one), said));
  } });
  return found;
};

const parse = text => tree.parse(text, {
  positions: true,
  onParseError: error => { throw new Error(`${error.line}: ${error.message}`); },
});

const asRead = (text, browser) => {
  const sheet = parse(text), reading = new Reading(browser, displaysOf(sheet));
  reading.block(sheet, "");
  return { text: tree.generate(sheet), sheet, lost: reading.lost };
};

module.exports = { asRead };
