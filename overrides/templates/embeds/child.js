/* Tells the page that shows this piece how high the piece is. Only heights leave; WordPress also hears which link was followed. */
(function () {
  var d = document, root = d.documentElement, asked = location.search, theme = /[?&]theme=(light|dark)\b/.exec(asked);
  if (theme) root.dataset.theme = theme[1];
  if (/accent=/.test(asked)) d.head.appendChild(d.createElement("script")).src = new URL("accent.js", d.currentScript.src);
  if (parent === window) return;
  var secret = (/\bsecret=(\w{10})\b/.exec(location.hash) || [])[1];
  var last = 0, inner = 0, wide = 0, rounds = 0, due, paper;
  function tall() {
    return Math.ceil(d.body.getBoundingClientRect().height);
  }
  function folds() {
    return d.querySelectorAll("details:not([open])");
  }
  function open(folds, is) {
    folds.forEach(function (fold) { fold.open = is; });
  }
  // On paper everything is open and smaller, the page may be narrower, and no message arrives in time to say so.
  function print() {
    var closed = folds(), page = root.style, body = d.body.style;
    open(closed, 1);
    page.fontSize = "80%";
    body.maxWidth = "650px";
    paper = tall();
    page.fontSize = body.maxWidth = "";
    open(closed);
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
    parent.postMessage({ type: "loc:height", v: 1, height: height, print: paper }, "*");
    parent.postMessage({ sentinel: "amp", type: "embed-size", height: height }, "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret: secret }, "*");
    try { requestResize(); } catch (none) {}
  }
  function changed() { send(); }
  try { new ResizeObserver(changed).observe(d.body); } catch (none) {}
  onload = onresize = changed;
  onbeforeprint = function () { open(folds(), 1); };
  onmessage = function (event) {
    var said = event.data;
    if (event.source !== parent || !said || due) return;
    if (said.type === "loc:hello" || said.type === "frames-init" || said.message === "ready")
      due = setTimeout(function () { due = 0; send(1); }, 20);
  };
  if (secret) d.onclick = function (event) {
    var link = event.target.closest("a"), full = d.querySelector("link[rel=canonical]");
    if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var to = new URL(link.getAttribute("href"), location);
    parent.postMessage({ message: "link", value: to.host === location.host || !full ? to.href : full.href, secret: secret }, "*");
    return false;
  };
})();
