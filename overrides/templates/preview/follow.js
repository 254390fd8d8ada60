// While someone edits the site: a page loads again, once, when the site changed, and shows what is
// wrong when it cannot. A tab in the background waits until it is looked at.
(() => {
  const own = document.currentScript.dataset;
  const folds = ".editing-bad > details";
  let source;
  const show = async () => {
    const answer = await fetch("/-preview/problems");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.getElementById("editing");
    const old = document.getElementById("editing");
    if (old.querySelector(`${folds}:not([open])`)) made.querySelector(folds)?.removeAttribute("open");
    old.replaceWith(made);
    const title = made.querySelector("#editing-title")?.textContent;
    document.querySelector(".editing-said").textContent = title || "No problem is left.";
  };
  const heed = event => {
    const now = JSON.parse(event.data);
    if (now.good !== own.good) {
      source.close();
      location.reload();
    } else if (now.trouble !== own.trouble) {
      own.trouble = now.trouble;
      show();
    }
  };
  const follow = () => {
    source?.close();
    if (document.visibilityState !== "visible") return;
    source = new EventSource(`/-preview/state?at=${encodeURIComponent(location.pathname)}`);
    source.onmessage = heed;
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pageshow", follow);
  addEventListener("pagehide", () => source?.close());
})();
