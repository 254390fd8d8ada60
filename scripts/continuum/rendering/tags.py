"""The elements of our markup, by what each does to the text in it."""

from __future__ import annotations

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input"])
VOID |= {"link", "meta", "param", "source", "track", "use", "wbr"}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# A sentence does not run through these: they stand beside it, or hold no prose at all.
ASIDE = frozenset(["h1", "h2", "h3", "h4", "dt", "th", "caption"])
ASIDE |= {"nav", "form", "svg", "script", "style"}
NEVER_SEEN = frozenset(("script", "style"))
# Prose stands in these. Where one begins or ends, so does a paragraph.
BLOCKS = frozenset(["p", "li", "dd", "td", "figcaption", "summary", "blockquote"])
# These stand inside a line. Where any other element begins or ends, so does a line.
INLINE = frozenset(["a", "abbr", "b", "bdi", "em", "i", "small", "span", "strong"])
INLINE |= {"sup", "tspan", "use", "path"}
# Their values are read to those who hear a page.
READ_ALOUD = ("alt", "aria-label", "placeholder")
