// The search box of the search page. Names come from the list on the page, misspelled ones too; the rest from Material's own
// search worker, which is fetched with its index when the box is first used. What is typed goes nowhere.
"use strict";
(() => {
  const form = document.querySelector("form.search"), address = document.currentScript.dataset.worker;
  const { base, none, counts } = form.dataset;
  const box = form.elements.query, status = form.querySelector("[role=status]"), list = document.querySelector("ol.results"), nothing = document.querySelector(".nothing");
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's message types
  const parts = text => text.toLowerCase().normalize("NFKD").match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) || [];
  const names = [...document.querySelectorAll(".index a")].map(link => ({ link, parts: parts(link.textContent) }));
  let worker, ready = false, failed = false, open = 0, loose = false;

  // How many letters must be changed, added, left out or swapped to make one word of the other.
  const distance = (one, other) => {
    let before, last, row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[other.length];
  };
  const slips = word => (/\d/.test(word) || word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

  // How well a name answers: 0 is the very name; each part must be there, begin one, or be misspelled a little.
  const cost = (asked, name) => {
    let sum = Math.abs(name.length - asked.length) / 10;
    for (const word of asked) {
      const best = Math.min(...name.map(part => (part === word ? 0 : word.length > 1 && part.startsWith(word) ? 0.5 : distance(word, part) <= slips(word) ? 1 + distance(word, part) : Infinity)));
      sum += best;
    }
    return sum;
  };

  const named = query => {
    const asked = parts(query), seen = new Set();
    if (!asked.length) return [];
    return names.map(({ link, parts }) => ({ link, cost: cost(asked, parts) })).filter(found => found.cost < Infinity)
      .sort((one, other) => one.cost - other.cost).filter(({ link }) => !seen.has(link.href) && seen.add(link.href)).slice(0, 6).map(found => found.link);
  };

  const plain = html => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
  const post = data => {
    open++; // what is still to be answered: only the last answer is shown
    list.setAttribute("aria-busy", "true");
    worker.postMessage({ type: QUERY, data });
  };
  // Names stand on this page and are shown at once, also where the index does not load.
  const ask = () => {
    loose = false;
    if (ready) post(box.value);
    else show([], !failed);
  };

  const start = async () => {
    if (worker) return;
    const fail = () => {
      if (ready) return;
      failed = true;
      ask();
    };
    worker = new Worker(address);
    worker.onerror = fail;
    worker.onmessage = ({ data: { type, data } }) => {
      if (type === READY) { ready = true; ask(); }
      if (type === RESULT && !--open) answer(data.items);
    };
    try {
      const index = await (await fetch(base + "search/search_index.json")).json();
      worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
    } catch {
      fail();
    }
  };

  // Where no text holds what was typed, texts that hold something close to it are asked for once.
  const answer = items => {
    if (!items.length && !loose && /\p{L}{5}/u.test(box.value)) {
      loose = true;
      post(parts(box.value).map(word => (slips(word) ? `${word}~1` : word)).join(" "));
      return;
    }
    show(items);
  };

  const show = (items, more) => {
    const query = box.value.trim(), first = query ? named(query) : [];
    const known = new Set(first.map(link => link.href));
    const rest = (query ? items : []).map(([found]) => found).filter(found => !known.has(new URL(base + found.location, location).href)).slice(0, 20 - first.length);
    list.textContent = "";
    list.append(
      ...first.map(link => entry(link.href, link.textContent, link.dataset.of)),
      ...rest.map(found => entry(base + found.location, plain(found.title), plain(found.text).slice(0, 160))),
    );
    const count = list.children.length, forms = JSON.parse(counts);
    list.setAttribute("aria-busy", Boolean(more));
    nothing.hidden = !query || count > 0 || more;
    status.textContent = !query || more ? "" : count ? (forms[new Intl.PluralRules(document.documentElement.lang).select(count)] || forms.other).replace("#", count) : none;
  };

  const entry = (href, title, said) => {
    const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
    link.href = href;
    link.textContent = title;
    text.textContent = said;
    item.append(link, ...(said ? [text] : []));
    return item;
  };

  box.addEventListener("focus", start);
  box.addEventListener("input", ask);
  form.addEventListener("submit", event => { event.preventDefault(); start(); ask(); });
})();
