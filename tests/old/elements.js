// A page -> the elements and attributes in it, by MDN's names; its styles and its scripts.
"use strict";
const { data } = require("./known.js");

const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'[^']*'|[^\s"'=<>`]+))?/g;
const TAG = new RegExp(`<([a-z][a-z\\d-]*)((?:${ATTRIBUTE.source})*)\\s*/?>`, "gi");
const { elements, global_attributes: everywhere } = data.html;

// Where MDN tells of an attribute, and of its value; nothing where it tells of neither.
const attributeNeeds = (element, name, value = "") => {
  const found = [];
  if (elements[element][name]) found.push(["html", "elements", element, name]);
  else if (everywhere[name]) found.push(["html", "global_attributes", name]);
  const kind = `${name}_${value}`;
  if (elements[element][kind]) found.push(["html", "elements", element, kind]);
  const place = elements[element][name] || everywhere[name];
  if (place && place[value]) found.push([...found[0], value]);
  return found;
};

const pageNeeds = text => {
  const found = new Set();
  for (const [, tag, attributes] of text.matchAll(TAG)) {
    const element = tag.toLowerCase();
    if (!elements[element]) continue; // of a picture: those are as old as pictures in pages
    found.add(`html.elements.${element}`);
    for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) {
      attributeNeeds(element, name.toLowerCase(), value).forEach(path => found.add(path.join(".")));
    }
  }
  return [...found];
};

const inner = (text, pattern) => [...text.matchAll(pattern)].map(([, inside]) => inside);
const plain = text =>
  text.replace(/&quot;|&#34;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");

const styles = text => [
  ...inner(text, /<style[^>]*>([^]*?)<\/style>/g),
  ...inner(text, /<[a-z][^<>]*\sstyle="([^"]*)"/g).map(style => `*{${plain(style)}}`),
];
const scripts = text => inner(text, /<script>([^]*?)<\/script>/g);

module.exports = { pageNeeds, styles, scripts };
