// The search box of the search page. It asks Material's own search worker, and fetches worker and index when the box is first used.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const { base, none, one, other } = form.dataset;
  const address = document.currentScript.dataset.worker;
  const box = form.elements.query, status = form.querySelector("[role=status]"), list = document.querySelector("ol.results");
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's message types
  let worker, ready = false;

  const plain = html => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
  const ask = () => ready && worker.postMessage({ type: QUERY, data: box.value });

  const start = async () => {
    if (worker) return;
    worker = new Worker(address);
    worker.onmessage = ({ data: { type, data } }) => {
      if (type === READY) { ready = true; ask(); }
      if (type === RESULT) show(data.items);
    };
    const index = await (await fetch(base + "search/search_index.json")).json();
    worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
  };

  const show = items => {
    const query = box.value.trim();
    list.replaceChildren(...(query ? items.slice(0, 20) : []).map(([found]) => {
      const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
      link.href = base + found.location;
      link.textContent = plain(found.title);
      text.textContent = plain(found.text).slice(0, 160);
      item.append(link, text);
      return item;
    }));
    status.textContent = !query ? "" : !items.length ? none : (items.length === 1 ? one : other).replace("#", items.length);
  };

  box.addEventListener("focus", start);
  box.addEventListener("input", ask);
  form.addEventListener("submit", event => { event.preventDefault(); start(); ask(); });
})();
