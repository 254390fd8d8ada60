/* Levels of Care, embed v1: gives each iframe[data-loc] the height that its own piece reports. It hears heights and nothing else. */
(function () {
  "use strict";
  // An element of the page may have this name, and then stands here.
  if (window.levelsOfCare === 1) return;
  window.levelsOfCare = 1;
  function each(use) {
    document.querySelectorAll("iframe[data-loc]").forEach(use);
  }
  function set(frame, height) {
    var edge = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = height + edge + "px";
  }
  function fits(height) {
    return typeof height === "number" && height >= 40 && height <= 20000;
  }
  function printing(on) {
    each(function (frame) {
      if (frame.loc) set(frame, frame.loc[on]);
    });
  }
  addEventListener("message", function (event) {
    var said = event.data;
    if (!said || said.type !== "loc:height" || !fits(said.height)) return;
    each(function (frame) {
      if (frame.contentWindow !== event.source) return;
      if (event.origin !== "null" && event.origin !== new URL(frame.src).origin) return;
      frame.loc = [said.height, fits(said.print) ? said.print : said.height];
      set(frame, said.height);
    });
  });
  addEventListener("beforeprint", function () { printing(1); });
  addEventListener("afterprint", function () { printing(0); });
  function hello() {
    each(function (frame) {
      frame.contentWindow.postMessage({ type: "loc:hello" }, "*");
    });
  }
  hello();
  addEventListener("load", hello);
})();
