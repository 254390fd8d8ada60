// The search box of the search page. Names come from the lists on the page, misspelled ones too; the rest from Material's own
// search worker, which is fetched with its index when the box is first used. What is typed goes nowhere.
"use strict";
(() => {
  const { PATIENCE, loaded, counted, say, open } = window.tools;
  const form = document.querySelector("form.search"), address = document.currentScript.dataset.worker;
  const { base, none, close, counts, loading, failed, empty, several } = form.dataset;
  const box = form.elements.query, status = form.querySelector("[role=status]"), list = document.querySelector("ol.results"), nothing = document.querySelector(".nothing"), lost = document.querySelector(".lost"), help = [...document.querySelectorAll(".now")];
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's message types
  // Marks over and under letters are left out: español is found by who types espanol, and won't by who types wont.
  const parts = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/n['’]t(?!\p{L})/gu, "nt").match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) || [];
  const little = new Set(parts(form.dataset.little)), aging = new Set(parts(form.dataset.aging));
  const names = [...document.querySelectorAll(".index a")].map(link => ({ link, parts: parts(link.textContent) }));
  // What leads to an address by its own name, and not by another that people say; it knows what is there.
  const own = new Map(names.filter(({ link }) => !("also" in link.dataset)).map(({ link }) => [link.href, link]));
  const whole = href => href.split("#")[0], of = href => (own.has(href) ? own.get(href).dataset : {});
  const filled = (pattern, one, other) => pattern.replace("##", () => other).replace("#", () => one);
  // What each level is called, and what is said of it by that name; whoever gives a number may be named with it.
  const levels = [...document.querySelectorAll(".by-name li")].map((item, place) => ({
    link: item.querySelector("a"), id: item.dataset.id, place,
    said: JSON.parse(item.dataset.said).map(([name, who]) => {
      const { name: plain, letters } = item.dataset, whole = item.querySelector("a").textContent, whose = who ? filled(form.dataset.whose, who) : "";
      const title = who ? filled(form.dataset.is, name, whole) : name === letters ? filled(form.dataset.is, name, plain)
        : name === plain ? whole : filled(form.dataset.called, name[0].toUpperCase() + name.slice(1), whole);
      return { parts: parts(name), title, whose, name, who, around: new Set(parts(whose)) };
    }),
  }));
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

  // A letter typed twice, or once in place of twice, is a slip in a short word too.
  const undoubled = word => word.replace(/(\p{L})\1+/gu, "$1");

  // How well a part of a name answers a word: 0 is the very word; it may begin with it, or be it misspelled a little.
  const near = (word, part) => {
    if (part === word) return 0;
    if (word.length > 1 && part.startsWith(word)) return 0.5;
    if (word.length > 2 && Math.abs(part.length - word.length) < 2 && undoubled(word) === undoubled(part)) return 1;
    if (Math.abs(part.length - word.length) > slips(word)) return Infinity;
    const changed = distance(word, part);
    return changed <= slips(word) ? 1 + changed : Infinity;
  };
  // A name that begins with what is asked answers it better than one that ends with it.
  const cost = (asked, name) => {
    let sum = Math.abs(name.length - asked.length) / 10 + (near(asked[0], name[0]) < 1 ? 0 : 0.15);
    for (const word of asked) sum += Math.min(...name.map(part => near(word, part)));
    return sum;
  };

  const without = (words, ...sets) => words.filter(word => !sets.some(set => set.has(word)));
  const same = (one, other) => one.length === other.length && one.every((word, i) => word === other[i]);
  // The levels of which the words are exactly a name, letters or a number.
  const exactly = words => words.length ? levels.flatMap(level => {
    const as = level.said.find(({ parts, around }) => [words, without(words, little), without(words, little, around)].some(some => same(some, parts)));
    return as ? [{ ...level, ...as }] : [];
  }) : [];
  // A number alone is that of every level whose number begins with it, whoever gives it: none of them is the answer by itself.
  const numbered = words => {
    const [number, ...more] = without(words, little);
    if (more.length || !/^\d+$/.test(number)) return [];
    return levels.flatMap(level => {
      const given = level.said.filter(({ who, parts: [first] }) => who && (first === number || first.startsWith(`${number}.`)));
      const whose = given.map(({ name, who }) => filled(form.dataset.number, name, who)).join(", ");
      const very = given.find(({ name }) => name === number) || given[0];
      return given.length ? [{ ...level, title: very.title, whose: `${whose}.` }] : [];
    });
  };
  // Two levels of which one is asked after the other: there is a page about both.
  const pair = words => {
    for (let i = 1; i < words.length; i++) {
      const [one] = exactly(words.slice(0, i)), [other] = exactly(words.slice(i));
      if (one && other && one.place !== other.place) return [one, other].sort((a, b) => a.place - b.place);
    }
  };
  const level = ({ link, title, whose }) => ({ href: link.href, title, said: `${whose} ${of(link.href).of || ""}`.trim(), exact: true });
  const both = ([one, other]) => ({
    href: new URL(filled(form.dataset.pair, one.id, other.id), location).href, said: "", exact: true,
    title: filled(form.dataset.compare, one.link.textContent, other.link.textContent),
  });
  // What is written in two words may be one: out patient. A page that is called so, "rehab or detox", says more than one about two levels.
  const meant = asked => {
    const several = numbered(asked);
    if (several.length > 1) return several.map(level);
    const found = [asked, [asked.join("")]].map(exactly).find(found => found.length) || [];
    if (found.length || names.some(({ parts }) => same(asked, parts))) return found.map(level);
    const two = pair(without(asked, little));
    return two ? [both(two), ...two.map(level)] : [];
  };

  // The names that answer all words; where some do without a slip, those with one are left out.
  const answering = asked => {
    const found = asked.length ? names.map(({ link, parts }) => ({ link, cost: cost(asked, parts) })).filter(found => found.cost < Infinity) : [];
    const best = Math.min(...found.map(found => found.cost));
    return found.filter(found => found.cost < best + 1).sort((one, other) => one.cost - other.cost).map(found => found.link);
  };
  // The names that stand whole among the words, the longest first: in "rehab near me" it is "near me".
  const within = asked => names.filter(({ parts }) => parts.length > 1 && ` ${asked.join(" ")} `.includes(` ${parts.join(" ")} `))
    .sort((one, other) => other.parts.length - one.parts.length).map(found => found.link);
  // What a page of danger is called, anywhere among the words, misspelled too, comes before all that is called by more of them.
  const among = (part, asked) => asked.some(word => {
    const far = near(word, part);
    return far === 0 || (far > 0.5 && far < Infinity) || (part.length > 5 && word.startsWith(part.slice(0, -1)));
  });
  const dangers = names.filter(({ link }) => help.length && of(whole(link.href)).now === help[0].dataset.now)
    .map(({ link, parts }) => ({ link, parts: without(parts, little) })).filter(({ parts }) => parts.length);
  const urgent = asked => dangers.filter(({ parts }) => parts.every(part => among(part, asked)))
    .sort((one, other) => other.parts.length - one.parts.length).map(found => found.link);
  // A page about an age: "my son is 15", "16 years old", and no number of hours.
  const ages = [...document.querySelectorAll(".index [data-ages]")].map(link => ({ link, ages: link.dataset.ages.split(" ").map(Number) }));
  const aged = asked => ages.filter(({ ages: [least, most] }) => asked.some((word, i) => {
    const next = asked[i + 1], told = aging.has(next) || (aging.has(asked[i - 1]) && (!next || little.has(next)));
    return told && /^\d+$/.test(word) && word >= least && word <= most;
  })).map(found => found.link);
  // The levels whose letters or names of one word stand among others: "iop hours".
  const lettered = asked => levels.filter(({ said }) => said.some(({ parts, who }) => !who && parts.length === 1 && asked.includes(parts[0]))).map(level => level.link);
  const found = asked => {
    const plain = without(asked, little), counted = plain.filter(word => !/^\d+$/.test(word));
    const ways = [
      () => answering(asked),
      () => [...urgent(asked), ...aged(asked), ...within(asked)],
      () => answering(plain),
      () => [...lettered(asked), ...answering(counted)],
    ];
    for (const way of ways) {
      const links = way();
      if (links.length) return links;
    }
    return [];
  };
  const once = results => {
    const seen = new Set();
    return results.filter(({ href }) => !seen.has(href) && seen.add(href));
  };
  // A name is said with the page to which it leads.
  const byName = ({ href, textContent }) => {
    const page = own.get(whole(href)), other = page && page.textContent !== textContent;
    return { href, title: other ? `${textContent} – ${page.textContent}` : textContent, said: of(href).of, now: of(href).now };
  };
  const named = asked => {
    const first = meant(asked);
    return once([...first, ...found(asked).map(byName)]).slice(0, Math.max(6, first.length));
  };

  // The names that are least far from what was asked, where nothing has that name. A short word lacks a letter at most: weed is no week.
  const far = (word, part) => (word.length < 4 || word.length > 20 || part.length < Math.max(4, word.length < 5 && word.length + 1) ? 1 : distance(word, part) / Math.max(word.length, part.length));
  const closest = asked => once(names.map(({ link, parts }) => ({ link, far: Math.min(...asked.flatMap(word => parts.map(part => far(word, part)))) }))
    .filter(found => found.far < 0.45).sort((one, other) => one.far - other.far || one.link.textContent.length - other.link.textContent.length)
    .map(found => byName(found.link))).slice(0, 3);

  const plain = html => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
  const post = data => {
    unanswered++; // only the last answer is shown
    list.setAttribute("aria-busy", "true");
    clearTimeout(late);
    late = setTimeout(fail, PATIENCE);
    worker.postMessage({ type: QUERY, data });
  };
  // What the worker looks for: no signs, by which it would be told how to look, and no words that say little. It takes a word for the
  // start of others, so that "in" would be Indiana.
  const words = text => {
    const all = parts(text), telling = without(all, little).filter(word => word.length > 2 || /\d/.test(word) || exactly([word]).length);
    return (telling.length ? telling : all).join(" ");
  };

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
      post(words(box.value).split(" ").map(word => (slips(word) ? `${word}~1` : word)).join(" "));
      return;
    }
    show(items);
  };

  // A part of a page is called by its own heading and by that of its page: many pages have parts of one name.
  const titled = found => {
    const [page, part] = found.location.split("#"), title = plain(found.title), whole = pages.get(page);
    return part && whole && whole !== title ? `${title} – ${whole}` : title;
  };
  // What a text says around the first word that was asked for; no word is cut.
  const extract = (text, asked) => {
    if (text.length <= SHOWN) return text;
    const words = text.split(" "), at = words.findIndex(word => parts(word).some(part => asked.includes(part)));
    let from = 0, shown = "";
    if (words.slice(0, at + 1).join(" ").length > SHOWN * 0.75) from = Math.max(0, at - 8);
    for (const word of words.slice(from)) {
      if (`${shown} ${word}`.length > SHOWN) break;
      shown += ` ${word}`;
    }
    // Some languages write no spaces.
    return `${from ? "… " : ""}${shown.trim() || text.slice(0, SHOWN)} …`;
  };

  const show = (items, more) => {
    const query = box.value.trim(), asked = parts(query), first = named(asked);
    const texts = (asked.length ? items : []).map(([found]) => found)
      .map(found => ({ href: new URL(base + found.location, location).href, title: titled(found), said: extract(plain(found.text), asked) }));
    let results = once([...first, ...texts]).slice(0, 20);
    const missed = asked.length > 0 && !results.length && !more;
    if (missed) results = closest(asked);
    // What stands first brings its page's help with it, by whatever it was found.
    const now = new Set(results.slice(0, 3).map((result, place) => result.now || (!place && of(whole(result.href)).now)));
    if (missed && help.length) now.add(help[0].dataset.now);
    list.textContent = "";
    list.append(...results.map(entry));
    for (const block of help) block.hidden = !now.has(block.dataset.now) || !now.delete(block.dataset.now);
    const count = results.length, broken = state === BROKEN, told = missed && count ? close : `${numbered(asked).length > 1 ? `${several} ` : ""}${counted(counts, count)}`;
    list.setAttribute("aria-busy", Boolean(more));
    nothing.hidden = !missed;
    if (!broken && lost.contains(document.activeElement)) box.focus();
    lost.hidden = !broken;
    status.classList.toggle("trouble", broken);
    if (broken) say(status, count ? `${told}. ${failed}` : failed);
    else if (!query || !asked.length) say(status, query && empty);
    else say(status, more ? loading : count ? told : none);
  };

  const entry = ({ href, title, said, exact }) => {
    const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
    if (exact) item.className = "exact door";
    link.href = href;
    link.textContent = title;
    text.textContent = said;
    item.append(link, ...(said ? [text] : []));
    return item;
  };

  // What was asked on another page comes after the # sign, which is not sent. It is put there too before a result is followed:
  // who comes back finds what they asked for.
  const read = () => {
    const found = /[#?&]query=([^&#]*)/.exec(location.hash) || /[?&]query=([^&]*)/.exec(location.search);
    if (!found) return;
    try {
      box.value = decodeURIComponent(found[1].replace(/\+/g, " "));
    } catch {
      box.value = "";
    }
    if (state === NEW) start();
    else ask();
  };
  const keep = () => box.value.trim() && history.replaceState(null, "", `${location.pathname}#query=${encodeURIComponent(box.value.trim())}`);

  box.addEventListener("focus", () => start());
  box.addEventListener("input", ask);
  list.addEventListener("click", keep);
  addEventListener("hashchange", read);
  form.addEventListener("submit", event => {
    event.preventDefault();
    keep();
    if (state === NEW || state === BROKEN) start(state === BROKEN);
    else ask();
  });
  lost.querySelector("button").addEventListener("click", () => start(true));
  addEventListener("online", () => start(true));
  read();
  open(form);
})();
