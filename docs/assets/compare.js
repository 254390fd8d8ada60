// Side by side: the reader's own choice of levels, taken from the table on the page of all levels. The choice stands in the address.
"use strict";
(() => {
  const form = document.querySelector("form.pick"), out = document.querySelector(".picked"), status = form.querySelector("[role=status]");
  const { source, counts, full, missing } = form.dataset;
  const boxes = [...form.elements.level], differ = form.elements.differ, narrow = matchMedia("(max-width: 47.99rem)");
  const most = () => (narrow.matches ? 2 : 3);
  const chosen = () => boxes.filter(box => box.checked);
  let columns;

  // One column for each level: its heading, and its cells under the name of their row.
  const load = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(source)).text(), "text/html");
    columns = new Map();
    for (const table of page.querySelectorAll("table.matrix")) {
      const ids = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.querySelector("a").getAttribute("href").split("/").slice(-2)[0]);
      for (const id of ids) columns.set(id, { head: table.tHead.rows[0].cells[ids.indexOf(id) + 1], rows: new Map() });
      for (const row of table.tBodies[0].rows)
        ids.forEach((id, index) => columns.get(id).rows.set(row.cells[0].textContent, row.cells[index + 1]));
    }
  };

  const plain = cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".cite, .of").forEach(part => part.remove());
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
      const said = cells.map(cell => (cell ? plain(cell) : missing));
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

  const show = async () => {
    const picked = chosen();
    history.replaceState(null, "", picked.length ? `#${picked.map(box => box.value).join("+")}${differ.checked ? "&differ" : ""}` : location.pathname);
    form.querySelector("[type=reset]").hidden = !picked.length;
    const link = form.querySelector(".pair-link");
    link.hidden = picked.length !== 2;
    if (picked.length === 2) link.firstElementChild.href = `${picked[0].value}-vs-${picked[1].value}/`;
    out.textContent = "";
    if (picked.length > 1) {
      if (!columns) await load();
      out.append(table(chosen().map(box => columns.get(box.value))));
    }
    say(picked);
  };

  const say = picked => {
    const forms = JSON.parse(counts), kind = new Intl.PluralRules(document.documentElement.lang).select(picked.length);
    const names = picked.map(box => box.closest("label").textContent.trim()).join(", ");
    status.textContent = (forms[kind] || forms.other).replace("#", picked.length) + (names && `: ${names}`);
  };

  form.addEventListener("change", event => {
    if (event.target.name === "level" && chosen().length > most()) {
      event.target.checked = false;
      status.textContent = full.replace("#", most());
      return;
    }
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => { show(); boxes[0].focus(); }));
  form.addEventListener("submit", event => { event.preventDefault(); out.focus(); });
  const read = () => {
    const [ids, ...more] = location.hash.slice(1).split("&");
    const asked = ids.split("+").filter(id => boxes.some(box => box.value === id)).slice(0, most());
    boxes.forEach(box => (box.checked = asked.includes(box.value)));
    differ.checked = more.includes("differ");
    if (asked.length) show();
  };
  addEventListener("hashchange", read);
  read();
})();
