// A declaration or a selector -> what a browser must know to read it, by MDN's names.
"use strict";
const tree = require("css-tree");
const { record } = require("./known.js");

const TYPES = ["css", "types"];
const GROUPS = [
  "color", "gradient", "transform-function", "filter-function", "basic-shape", "image",
];
const NEW_UNITS = { dv: "dynamic", lv: "large", sv: "small" };

const exists = path => (record(path) ? [path] : []);

const functionNeeds = (property, name) => {
  const places = [["css", "properties", property, name], [...TYPES, name]];
  GROUPS.forEach(group => places.push([...TYPES, group, name]));
  places.push(["css", "properties", "grid-template-columns", name]);
  const found = places.filter(record);
  return found.length ? found.slice(0, 1) : [[...TYPES, name]];
};

const unitNeeds = unit => {
  const kind = NEW_UNITS[unit.slice(0, 2)];
  if (kind) return [[...TYPES, "length", `viewport_percentage_units_${kind}`]];
  return exists([...TYPES, "length", unit]);
};

const spaced = value => !tree.find(value, part => part.type === "Operator" && part.value === ",");

const partNeeds = (property, part) => {
  if (part.type === "Identifier" && !part.name.startsWith("--")) {
    return exists(["css", "properties", property, part.name]);
  }
  if (part.type === "Dimension") return unitNeeds(part.unit);
  if (part.type !== "Function") return [];
  const found = functionNeeds(property, part.name);
  if (/^(rgb|hsl)a?$/.test(part.name) && spaced(part)) {
    found.push([...TYPES, "color", part.name, "space_separated_parameters"]);
  }
  return found;
};

// In lines of things that stand side by side gaps came later than in grids.
const gapNeeds = (property, value, display = "flex") => {
  if (!/^(row-|column-)?gap$/.test(property) || tree.generate(value) === "0") return [];
  const kind = /flex/.test(display) ? "flex" : /grid/.test(display) ? "grid" : "multicol";
  return exists(["css", "properties", property, `${kind}_context`]);
};

// `display`: how the thing lays out what it holds, if that is known.
const needs = ({ property, value }, display) => {
  if (property.startsWith("--")) return [["css", "properties", "custom-property"]];
  if (/^-\w+-/.test(property)) return []; // for one browser only, and old
  const found = [["css", "properties", property]];
  tree.walk(value, part => found.push(...partNeeds(property, part)));
  return [...found, ...gapNeeds(property, value, display)];
};

const isList = ({ children }) => {
  const list = children && children.first;
  if (!list || list.type !== "SelectorList") return false;
  return list.children.size > 1 || Boolean(tree.find(list, part => part.type === "Combinator"));
};

const selectorNeeds = selector => {
  const found = [];
  tree.walk(selector, part => {
    if (part.type === "NestingSelector") found.push(["css", "selectors", "nesting"]);
    if (part.type === "AttributeSelector" && part.flags) {
      found.push(["css", "selectors", "attribute", "case_insensitive_modifier"]);
    }
    if (!/^Pseudo/.test(part.type) || /^-\w+-/.test(part.name)) return;
    const path = ["css", "selectors", part.name];
    found.push(path);
    if (part.name === "not" && isList(part)) found.push([...path, "selector_list"]);
  });
  return found;
};

module.exports = { functionNeeds, needs, selectorNeeds };
