// A color that a clinic names for a piece -> whether the piece will take it, and the nearest that it would take.
"use strict";
window.color = (() => {
  const ENOUGH = 4.5, STEPS = 100; // to 1, for text on its ground; how finely the nearest is looked for
  const WEIGHTS = [0.2126, 0.7152, 0.0722];

  const parts = hex => hex.match(/[\da-f]{2}/gi).map(part => parseInt(part, 16));
  const written = rgb => `#${rgb.map(part => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
  const light = rgb => rgb.reduce((sum, part, at) => {
    const share = part / 255;
    return sum + WEIGHTS[at] * (share > 0.04045 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92);
  }, 0.05);
  const contrast = (rgb, ground) => {
    const [a, b] = [light(rgb), light(ground)];
    return Math.max(a, b) / Math.min(a, b);
  };

  // The first color that can be read on the way from this one to black on a light ground, or to white on a dark one.
  const nearest = (rgb, ground) => {
    const end = light(ground) > 0.5 ? 0 : 255;
    for (let step = 1; step <= STEPS; step++) {
      const mixed = rgb.map(part => Math.round(part + (end - part) * (step / STEPS)));
      if (contrast(mixed, ground) >= ENOUGH) return written(mixed);
    }
    return written([end, end, end]);
  };

  // What to say of what was typed, for a scheme of colors: `hex` is taken, `near` would be. The words are those of a form.
  const color = (typed, scheme, words) => {
    const digits = (/^\s*#?([\da-f]{6})\s*$/i.exec(typed) || [])[1];
    if (!digits) return { hex: "", near: "", said: typed.trim() ? words.wrong : "" };
    const rgb = parts(digits), hex = digits.toLowerCase(), all = words.grounds.split(" ").map(parts);
    const grounds = scheme === "light" ? all.slice(0, 1) : scheme === "dark" ? all.slice(1) : all;
    const ratios = grounds.map(ground => contrast(rgb, ground)), best = Math.max(...ratios);
    // Rounded down, so that what is not enough does not look as if it were.
    const ratio = phrase => phrase.replace("#", Math.floor(best * 10) / 10);
    if (best < ENOUGH) return { hex: "", near: nearest(rgb, grounds[0]), said: ratio(words.faint) };
    if (grounds.length === 1) return { hex, near: "", said: ratio(words.reads) };
    return { hex, near: "", said: ratios[0] >= ENOUGH ? words.light : words.night };
  };

  return { color };
})();
