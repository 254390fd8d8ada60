/* Tells the page that shows this piece how high the piece is. Only heights leave; WordPress also hears which link was followed. */
(function () {
  "use strict";
  var d = document, theme = /[?&]theme=(light|dark)\b/.exec(location.search);
  if (theme) d.documentElement.dataset.theme = theme[1];
  if (parent === window) return;
  var secret = (/\bsecret=([a-z\d]{10})\b/i.exec(location.hash) || [])[1];
  var last = 0, inner = 0, wide = 0, rounds = 0, asked, open;
  function tall() {
    return Math.ceil(d.body.getBoundingClientRect().height);
  }
  function folds(use) {
    d.querySelectorAll("details:not([open])").forEach(use);
  }
  // On paper everything is open and smaller, the page may be narrower, and no message arrives in time to say so.
  function print() {
    var closed = [], root = d.documentElement.style, body = d.body.style;
    folds(function (fold) { closed.push(fold); fold.open = true; });
    root.fontSize = "80%";
    body.maxWidth = "650px";
    open = tall();
    root.fontSize = body.maxWidth = "";
    closed.forEach(function (fold) { fold.open = false; });
  }
  function send(again) {
    var height = tall();
    if (!height || innerWidth < 50) return;
    // A piece that grows because its frame grew would do so for ever.
    if (innerWidth !== wide || height < last) rounds = 0;
    else if (height > last && innerHeight !== inner && ++rounds > 2) return;
    if (innerWidth !== wide) print();
    inner = innerHeight;
    wide = innerWidth;
    if (height === last && !again) return;
    last = height;
    parent.postMessage({ type: "loc:height", v: 1, height: height, print: open }, "*");
    parent.postMessage({ sentinel: "amp", type: "embed-size", height: height }, "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret: secret }, "*");
    try { requestResize(); } catch (none) {}
  }
  function changed() { send(); }
  if (window.ResizeObserver) new ResizeObserver(changed).observe(d.body);
  addEventListener("load", changed);
  addEventListener("resize", changed);
  addEventListener("beforeprint", function () { folds(function (fold) { fold.open = true; }); });
  addEventListener("message", function (event) {
    var said = event.data;
    if (event.source !== parent || !said || asked) return;
    if (said.type === "loc:hello" || said.type === "frames-init" || said.message === "ready")
      asked = setTimeout(function () { asked = 0; send(1); }, 20);
  });
  if (secret) d.addEventListener("click", function (event) {
    var link = event.target.closest("a"), full = d.querySelector("link[rel=canonical]");
    if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var to = new URL(link.getAttribute("href"), location);
    event.preventDefault();
    parent.postMessage({ message: "link", value: to.host === location.host || !full ? to.href : full.href, secret: secret }, "*");
  });
})();
