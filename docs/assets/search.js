// The search box of the search page. Names come from the list on the page, misspelled ones too; the rest from Material's own
// search worker, which is fetched with its index when the box is first used. What is typed goes nowhere.
"use strict";
(() => {
  const { PATIENCE, loaded, counted, say, open } = window.tools;
  const form = document.querySelector("form.search"), address = document.currentScript.dataset.worker;
  const { base, none, counts, loading, failed, empty } = form.dataset;
  const box = form.elements.query, status = form.querySelector("[role=status]"), list = document.querySelector("ol.results"), nothing = document.querySelector(".nothing"), lost = document.querySelector(".lost");
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's message types
  const parts = text => text.toLowerCase().normalize("NFKD").match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) || [];
  const names = [...document.querySelectorAll(".index a")].map(link => ({ link, parts: parts(link.textContent) }));
  const SHOWN = 160, pages = new Map(); // letters of a text that are shown; pages by their address
  const NEW = 0, LOADING = 1, WORKING = 2, BROKEN = 3; // how far the worker is; what broke can be started anew
  let worker, state = NEW, tries = 0, unanswered = 0, loose = false, late;

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
  // How many slips a word may have. What is longer than any word of a language is none that was misspelled.
  const slips = word => (/\d/.test(word) || word.length < 5 || word.length > 40 ? 0 : word.length < 8 ? 1 : 2);

  // How well a part of a name answers a word: 0 is the very word; it may begin with it, or be it misspelled a little.
  const near = (word, part) => {
    if (part === word) return 0;
    if (word.length > 1 && part.startsWith(word)) return 0.5;
    if (Math.abs(part.length - word.length) > slips(word)) return Infinity;
    const changed = distance(word, part);
    return changed <= slips(word) ? 1 + changed : Infinity;
  };
  const cost = (asked, name) => {
    let sum = Math.abs(name.length - asked.length) / 10;
    for (const word of asked) sum += Math.min(...name.map(part => near(word, part)));
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
    unanswered++; // only the last answer is shown
    list.setAttribute("aria-busy", "true");
    clearTimeout(late);
    late = setTimeout(fail, PATIENCE);
    worker.postMessage({ type: QUERY, data });
  };
  // Signs by which the worker would be told how to look are spaces: it answers a query that it cannot read as if nothing were found.
  const words = text => text.replace(/[:^~*+"\\-]/g, " ").trim();

  // Names stand on this page and are shown at once, also where the index does not load.
  const ask = () => {
    loose = false;
    if (box.value.length > box.maxLength) box.value = box.value.slice(0, box.maxLength);
    if (state === WORKING && parts(box.value).length) post(words(box.value));
    else show([], state === NEW || state === LOADING);
  };

  // What is still asked is not answered any more, and what was found is not said to be all.
  const fail = () => {
    clearTimeout(late);
    if (worker) worker.terminate();
    worker = undefined;
    tries++;
    unanswered = 0;
    state = BROKEN;
    ask();
  };

  const start = async anew => {
    if (state !== (anew ? BROKEN : NEW)) return;
    const mine = ++tries, now = use => (...given) => mine === tries && use(...given);
    state = LOADING;
    ask();
    try {
      if (anew) await loaded(address, anew);
      worker = new Worker(address);
      worker.onerror = now(fail);
      worker.onmessage = now(({ data: { type, data } }) => hear(type, data));
      const index = JSON.parse(await loaded(base + "search/search_index.json", anew));
      if (mine !== tries) return;
      index.docs.forEach(({ location, title }) => location.includes("#") || pages.set(location, plain(title)));
      late = setTimeout(fail, PATIENCE);
      worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
    } catch {
      now(fail)();
    }
  };

  const hear = (type, data) => {
    if (type === READY) {
      clearTimeout(late);
      state = WORKING;
      ask();
    }
    if (type === RESULT && !--unanswered) {
      clearTimeout(late);
      answer(data.items);
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

  // A part of a page is called by its own heading and by that of its page: many pages have parts of one name.
  const titled = found => {
    const [page, part] = found.location.split("#"), title = plain(found.title), whole = pages.get(page);
    return part && whole && whole !== title ? `${title} – ${whole}` : title;
  };
  const opening = text => {
    const space = text.lastIndexOf(" ", SHOWN); // some languages write none
    return text.length > SHOWN ? `${text.slice(0, space > 0 ? space : SHOWN)} …` : text;
  };

  const show = (items, more) => {
    const query = box.value.trim(), asked = parts(query).length, first = named(query);
    const known = new Set(first.map(link => link.href));
    const rest = (asked ? items : []).map(([found]) => found).filter(found => !known.has(new URL(base + found.location, location).href)).slice(0, 20 - first.length);
    list.textContent = "";
    list.append(
      ...first.map(link => entry(link.href, link.textContent, link.dataset.of)),
      ...rest.map(found => entry(base + found.location, titled(found), opening(plain(found.text)))),
    );
    const count = list.children.length, broken = state === BROKEN, found = counted(counts, count);
    list.setAttribute("aria-busy", Boolean(more));
    nothing.hidden = !asked || count > 0 || Boolean(more);
    if (!broken && lost.contains(document.activeElement)) box.focus();
    lost.hidden = !broken;
    status.classList.toggle("trouble", broken);
    if (broken) say(status, count ? `${found}. ${failed}` : failed);
    else if (!query || !asked) say(status, query && empty);
    else say(status, more ? loading : count ? found : none);
  };

  const entry = (href, title, said) => {
    const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
    link.href = href;
    link.textContent = title;
    text.textContent = said;
    item.append(link, ...(said ? [text] : []));
    return item;
  };

  box.addEventListener("focus", () => start());
  box.addEventListener("input", ask);
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (state === NEW || state === BROKEN) start(state === BROKEN);
    else ask();
  });
  lost.querySelector("button").addEventListener("click", () => start(true));
  addEventListener("online", () => start(true));
  open(form);
})();
