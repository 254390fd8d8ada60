/* ?accent=b0305c: links and lines in that color, where it can be read on the ground of the piece; else they keep ours. child.js loads this where an address asks for it. */
(function () {
  "use strict";
  var root = document.documentElement, asked = /[?&]accent=([\da-f]{6})(?![^&])/i.exec(location.search);
  if (!asked) return;
  function light(parts) {
    return parts.reduce(function (sum, part, at) {
      part /= 255;
      return sum + [.2126, .7152, .0722][at] * (part > .04045 ? Math.pow((part + .055) / 1.055, 2.4) : part / 12.92);
    }, .05);
  }
  var own = light(asked[1].match(/../g).map(function (part) { return parseInt(part, 16); }));
  function color() {
    var ground = light(getComputedStyle(root).backgroundColor.match(/\d+/g).slice(0, 3).map(Number));
    var fits = Math.max(own, ground) / Math.min(own, ground) >= 4.5;
    root.style.setProperty("--host", fits ? "#" + asked[1] : "");
  }
  color();
  matchMedia("(prefers-color-scheme:dark)").addListener(color);
})();
