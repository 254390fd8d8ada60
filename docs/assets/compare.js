// Side by side: the reader's own choice of levels, taken from the table on the page of all levels. The choice stands in the address.
"use strict";
(() => {
  const { loaded, plain, counted, say, open } = window.tools;
  const form = document.querySelector("form.pick"), out = document.querySelector(".picked"), lost = document.querySelector(".lost");
  const status = form.querySelector("[role=status]"), link = form.querySelector(".pair-link"), refused = form.querySelector(".refused");
  const { source, counts, full, missing, loading, unknown, failed } = form.dataset;
  const boxes = [...form.elements.level], differ = form.elements.differ, narrow = matchMedia("(max-width: 47.99rem)");
  const most = () => (narrow.matches ? 2 : 3);
  const chosen = () => boxes.filter(box => box.checked);
  let columns, turns = 0, followed = "";

  // One column for each level: its heading, and its cells under the name of their row.
  const load = async anew => {
    const page = new DOMParser().parseFromString(await loaded(source, anew), "text/html"), found = new Map();
    for (const table of page.querySelectorAll("table.matrix")) {
      const heads = [...table.tHead.rows[0].cells].slice(1);
      const ids = heads.map(head => head.querySelector("a").getAttribute("href").split("/").slice(-2)[0]);
      ids.forEach((id, index) => found.set(id, { head: heads[index], rows: new Map() }));
      for (const row of table.tBodies[0].rows)
        ids.forEach((id, index) => found.get(id).rows.set(row.cells[0].querySelector("summary").textContent, row.cells[index + 1]));
    }
    // What was cut off has no end; what is another page, as a hotel's before one signs in, has no levels.
    if (!page.querySelector("footer.bottom") || !boxes.every(box => found.has(box.value))) throw new Error(source);
    return found;
  };

  // Loaded once, however often it is asked for; what failed is tried anew the next time.
  const known = anew => {
    columns = columns || load(anew).catch(error => {
      columns = undefined;
      throw error;
    });
    return columns;
  };

  const words = cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".proof, .of").forEach(part => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const copy = (cell, tag) => {
    const made = document.createElement(tag);
    made.append(...cell.cloneNode(true).childNodes);
    made.querySelectorAll("a").forEach(link => {
      const href = link.getAttribute("href");
      link.href = href.startsWith("#") ? source + href : new URL(href, new URL(source, location)).href;
    });
    return made;
  };

  const table = levels => {
    const made = document.createElement("table"), head = made.createTHead().insertRow();
    made.className = `pair of-${levels.length}`;
    made.createCaption().textContent = form.dataset.caption;
    head.append(...levels.map(level => copy(level.head, "th")));
    [...head.cells].forEach(cell => (cell.scope = "col"));
    for (const question of new Set(levels.flatMap(level => [...level.rows.keys()]))) {
      const cells = levels.map(level => level.rows.get(question));
      const said = cells.map(cell => (cell ? words(cell) : missing));
      if (differ.checked && new Set(said).size === 1) continue;
      const body = made.createTBody(), name = document.createElement("th");
      name.scope = "rowgroup";
      name.colSpan = levels.length;
      name.textContent = question;
      body.insertRow().append(name);
      body.insertRow().append(...cells.map((cell, index) => {
        if (cell) return copy(cell, "td");
        const none = document.createElement("td"), of = document.createElement("span"), it = document.createElement("span");
        of.className = "of";
        of.textContent = levels[index].head.textContent;
        it.className = "it";
        it.textContent = missing;
        none.append(of, it);
        return none;
      }));
    }
    return made;
  };

  // What an address picks: its words that are levels. Only `levels` is looked at before the # sign, where others write too.
  const asked = () => {
    const parts = [location.hash, new URLSearchParams(location.search).get("levels") || ""];
    const found = parts.map(part => plain(part).match(/[a-z\d-]+/g) || []);
    return found.find(ids => ids.some(id => boxes.some(box => box.value === id)));
  };

  // Writes the choice into the address. An address that picks nothing stays while nothing is picked.
  const keep = () => {
    const ids = chosen().map(box => box.value).join("+");
    if (ids || asked()) history.replaceState(null, "", location.pathname + (ids && `#${ids}${differ.checked ? "&differ" : ""}`));
  };

  const tell = more => {
    const picked = chosen(), names = picked.map(box => box.closest("label").textContent.trim()).join(", ");
    say(status, counted(counts, picked.length) + (names && `: ${names}`) + (more && `. ${more}`));
  };

  // Offers what can be done where the table does not come. Who pressed “Try again” goes on at the table.
  const fail = failed => {
    if (!failed && lost.contains(document.activeElement)) out.focus();
    lost.hidden = !failed;
    status.classList.toggle("trouble", failed);
  };

  // What is said of the choice is true at once; the table follows when it has come. `more` is said beside it.
  const show = async (more = "", anew = false) => {
    const picked = chosen(), turn = ++turns;
    keep();
    form.querySelector("[type=reset]").hidden = !picked.length;
    link.hidden = picked.length !== 2;
    if (picked.length === 2) link.firstElementChild.href = `${picked[0].value}-vs-${picked[1].value}/`;
    out.textContent = "";
    if (!anew) fail(false);
    tell(anew ? loading : more);
    if (picked.length < 2) return;
    const slow = setTimeout(() => turn === turns && tell(loading), 1000);
    const found = await known(anew).catch(() => undefined);
    clearTimeout(slow);
    if (turn !== turns) return;
    tell(found ? more : failed);
    if (found) out.append(table(picked.map(box => found.get(box.value))));
    fail(!found);
  };

  // Ticks what the address picks. False where it picks nothing, and nothing is changed.
  const read = () => {
    const words = asked();
    if (!words) return false;
    const ids = boxes.map(box => box.value), wanted = [...new Set(words)].filter(word => ids.includes(word));
    const taken = wanted.slice(0, most());
    boxes.forEach(box => (box.checked = taken.includes(box.value)));
    differ.checked = words.includes("differ");
    const strange = words.some(word => !["levels", "differ", ...ids].includes(word));
    show([wanted.length > taken.length && full.replace("#", most()), strange && unknown].filter(Boolean).join(" "));
    return true;
  };

  form.addEventListener("change", event => {
    refused.hidden = true;
    if (event.target.name === "level" && chosen().length > most()) {
      event.target.checked = false;
      say(status, full.replace("#", most()));
      refused.textContent = status.textContent;
      event.target.closest("label").after(refused);
      refused.hidden = false;
      return;
    }
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => { refused.hidden = true; show(); boxes[0].focus(); }));
  // Two levels have a page of their own; three stand here.
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (link.hidden) out.focus();
    else location.assign(link.firstElementChild.href);
  });
  lost.querySelector("button").addEventListener("click", () => show("", true));
  addEventListener("online", () => lost.hidden || show("", true));

  // A link to a place on this page, such as a level's comparisons or the text, picks nothing and takes nothing away.
  document.addEventListener("click", event => {
    const link = event.target.closest("a");
    followed = link ? link.hash : "";
  });
  addEventListener("hashchange", () => {
    if (location.hash === followed || !read()) keep();
    followed = "";
  });
  read();
  open(form);
})();
