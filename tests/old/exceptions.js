// What may stay though a carried browser does not know it: it only adds, and this is why.
"use strict";

const SCROLLED = "Safari scrolls to a place, but not clear of the help numbers; nothing is lost";
const UNDERLINE = "there links have the browser's own underline";
const PAPER = "only paper: without it a page takes more sheets";

// On paper; then a distance on the home page, and marks of an answer, of a choice, of a day off; and
// rows of the table of all levels, which stand open there.
const HAS = /(body|\.sheet):has|has\((\.doors|:target|:checked|rect)\)|\.matrix tr:has/;

// What -> why, and where alone if not everywhere.
const STYLES = {
  "at-rules.page": PAPER,
  "properties.accent-color": "there boxes are ticked in the browser's own color",
  "properties.align-self.start": "in a grid, where it stands, it is as old as grids",
  "properties.break-after.avoid": PAPER,
  "properties.color-scheme": "there a dark page has light fields and bars",
  "properties.cursor.pointer": "a phone has no pointer",
  "properties.font-family.system-ui": "other letters follow it in the list",
  "properties.hyphens": "words are broken all the same, without a hyphen",
  "properties.hyphens.auto": "words are broken all the same, without a hyphen",
  "properties.outline": "its corners are square there",
  "properties.print-color-adjust": "the -webkit- name stands beside it; else bars are outlines",
  "properties.resize": "a phone cannot pull at a field's corner",
  "properties.scroll-behavior": "there a page jumps, where else it slides",
  "properties.scroll-padding-block": SCROLLED,
  "properties.scroll-padding-bottom": SCROLLED,
  "properties.scroll-padding-inline": SCROLLED,
  "properties.scroll-margin-top": SCROLLED,
  "properties.scrollbar-width": "there the bar is as wide as others",
  "properties.text-decoration-thickness": UNDERLINE,
  "properties.text-decoration.dotted": UNDERLINE,
  "properties.text-size-adjust": "the -webkit- name stands before it for phones",
  "properties.text-underline-offset": UNDERLINE,
  "properties.text-wrap": "there a heading's lines are of unequal length",
  "properties.user-select": "there code is marked by hand",
  "selectors.details-content": PAPER,
  "selectors.focus-visible": "there what has focus is outlined for the mouse too",
  "selectors.has": ["there only a color or a distance is missing, or all stands open", HAS],
  "selectors.marker": "there the dot of a line has the color of its text",
};

const OTHERS = {
  "api.Window.requestResize": "it is tried, and what else sets the height comes first",
  "html.elements.link.rel.icon": "there the icon of the tab is a blank one",
  "html.elements.meta.name.color-scheme": "there a dark page has light fields and bars",
  "html.elements.meta.name.viewport": "only phones need it, and they know it",
  "html.global_attributes.inputmode": "there a phone offers letters beside digits",
  "html.global_attributes.translate": "programs that translate read it, not browsers",
};

const styles = Object.entries(STYLES).map(([name, why]) => [`css.${name}`, why]);

module.exports = { ADDS: { ...Object.fromEntries(styles), ...OTHERS } };
