// The page that hands out pieces: what was chosen becomes a preview, and the preview says how high the frame must be.
"use strict";
(() => {
  const { loaded, open: reveal } = window.tools, form = document.querySelector("form.builder");
  if (!form) return; // a site that does not know its address hands nothing out
  const text = form.dataset, site = new URL(text.site, location);
  const see = document.querySelector(".see"), stage = see.querySelector(".stage"), high = see.querySelector(".high");
  const status = form.querySelector(".said-now"), { color } = window.color;
  const box = id => document.getElementById(id), sets = text.sets.split(" ");
  const radio = name => form.elements[name].value;
  const picked = () => [...form.elements.levels].filter(level => level.checked).map(level => level.value);
  let accent = "", frame, shown, known = {}, height = 0, turns = 0, pending, missed = false; // missed: the last piece did not load

  // The piece that was chosen: its name, what its address needs more, and whether only a script can show it.
  const chosen = () => {
    const kind = radio("kind"), { name } = form.querySelector("[name=kind]:checked").dataset;
    if (kind !== "compare") {
      const choice = form.querySelector(`[data-for~="${kind}"] select`), sized = form.querySelector(`[data-for~="${kind}"] [name=size]`);
      const whole = name.replace("{}", choice ? choice.value : "").replace(/\/$/, ""), size = sized ? radio("size") : "";
      return { name: size ? `${whole}/${size}` : whole };
    }
    const set = picked().join("-vs-");
    return sets.includes(set) ? { name: name.replace("{}", set) } : { name: "levels", only: picked().join(",") };
  };

  const escaped = value => String(value).replace(/[&<>"']/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[sign]);
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => (name in values ? escaped(values[name]) : all));

  // Queries in the order in which a snippet has them: what to show, then its colors. The frame's style says them too, but Safari
  // and frames of a site builder do not pass a style on.
  const query = only => {
    const scheme = radio("theme"), fixed = ["light", "dark"].includes(scheme);
    const parts = [only && `levels=${only}`, fixed && `theme=${scheme}`, accent && `accent=${accent}`].filter(Boolean);
    return parts.length ? `?${parts.join("&")}` : "";
  };

  const write = () => {
    const scheme = radio("theme"), { name, only } = shown, address = `${text.address}embed/v1/${name}/`;
    const values = { src: address + query(only), full: known.full, title: known.title, height: height || known.height, scheme };
    box("wordpress").value = address + (only ? `?levels=${only}` : "");
    box("boxes").value = address + query(only);
    box("html").value = filled(text.snippet, values);
    box("developers").value = filled(text.sealed, values);
    for (const [where, width] of [["phone", 320], ["desk", 640]]) {
      const line = document.querySelector(`.${where}`);
      line.hidden = Boolean(only);
      line.textContent = line.dataset.text.replace("#", known.heights[width]);
    }
  };

  const preview = () => {
    const scheme = radio("theme");
    frame = document.createElement("iframe");
    frame.dataset.loc = "";
    frame.title = text.preview.replace("{title}", known.title);
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.referrerPolicy = "no-referrer";
    frame.height = known.height;
    frame.style.colorScheme = scheme;
    frame.addEventListener("load", ask);
    frame.src = `${site}embed/v1/${shown.name}/${query(shown.only)}`;
    stage.textContent = "";
    stage.append(frame);
  };

  // A frame out of sight may sleep before it knows its own width: it is asked until it answers.
  const ask = event => {
    const asked = event.target, again = () => {
      if (asked !== frame || height) return;
      asked.contentWindow.postMessage({ type: "loc:hello" }, "*");
      setTimeout(again, 200);
    };
    again();
  };

  const look = () => {
    const width = box("width").value, output = form.querySelector("output"), bench = see.parentElement.classList;
    // Beside the code where there is room for a column that wide, else above it, else as wide as there is room.
    bench.remove("over");
    if (see.clientWidth && see.clientWidth < width) bench.add("over");
    output.value = output.dataset.text.replace("#", see.clientWidth ? Math.min(width, see.clientWidth) : width);
    stage.style.maxWidth = `${width}px`;
    stage.classList.toggle("dark", form.elements.dark.checked);
  };

  // What could not be loaded is not left looking like what was chosen before.
  const lose = () => {
    frame = shown = undefined;
    stage.textContent = "";
    document.querySelectorAll(".phone, .desk").forEach(line => (line.hidden = true));
    document.querySelectorAll("[data-copy]").forEach(button => { if (button.dataset.copy !== "policy") box(button.dataset.copy).value = ""; });
    missed = true;
    high.textContent = "";
    status.textContent = text.lost;
    status.classList.add("trouble");
  };

  const show = async () => {
    const kind = radio("kind");
    form.querySelectorAll("[data-for]").forEach(part => (part.hidden = !part.dataset.for.split(" ").includes(kind)));
    const levels = form.querySelector(`[data-for~="${kind}"] #level`);
    for (const option of box("level").options) option.hidden = option.disabled = Boolean(levels) && !option.dataset.kinds.split(" ").includes(kind);
    const [level] = box("level").selectedOptions;
    if (level && level.disabled) box("level").selectedIndex = [...box("level").options].findIndex(option => !option.disabled);
    status.classList.remove("trouble");
    status.textContent = kind === "compare" && picked().length < 2 ? text.few : "";
    if (status.textContent) return;
    const turn = ++turns, next = chosen(); // an answer that comes after the reader chose anew is dropped
    const read = path => loaded(site + path, missed); // what the browser kept may be what was broken
    const slow = setTimeout(() => { if (turn === turns) status.textContent = text.wait; }, 1000);
    let about, copy;
    try {
      [about, copy] = await Promise.all([read(`oembed/${next.name}.json`).then(JSON.parse), read(`embed/v1/${next.name}/copy.txt`)]);
      if (!/^<section[^]*<\/section>\s*$/.test(copy)) throw new Error(next.name); // another page, or half of it
      about.full = new DOMParser().parseFromString(about.html, "text/html").querySelector("a").getAttribute("href");
    } catch {
      if (turn === turns) lose();
      return;
    } finally {
      clearTimeout(slow);
    }
    if (turn !== turns) return;
    missed = false;
    known = about;
    shown = next;
    height = 0;
    status.textContent = shown.only ? text.scripted : "";
    preview();
    write();
    box("copy").value = copy;
  };

  addEventListener("message", event => {
    if (!frame || event.source !== frame.contentWindow || !event.data || event.data.type !== "loc:height") return;
    height = event.data.height;
    high.textContent = text.high.replace("#", height);
    write();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!shown) pending = show();
    box("preview").focus();
  });
  form.addEventListener("change", event => {
    judge();
    if (event.target.name === "levels" && picked().length > 4) {
      event.target.checked = false;
      status.textContent = text.many;
    } else if (event.target.name === "width") look();
    else pending = show();
  });
  box("width").addEventListener("input", look);
  addEventListener("resize", look);
  form.elements.dark.addEventListener("change", look); // it stands outside of the form
  // A small piece is made for a narrow column.
  form.querySelectorAll("[name=size]").forEach(size => size.addEventListener("change", () => {
    box("width").value = size.value === "small" ? 300 : 640;
    look();
  }));

  // The clinic's color: what the piece itself would say of it, before it is taken.
  const nearest = form.querySelector(".nearest button");
  const judge = () => {
    const field = box("accent"), { hex, said, near } = color(field.value, radio("theme"), text);
    accent = hex;
    box("accent-said").textContent = said;
    field.style.setProperty("--swatch", hex || near ? field.value.trim().replace(/^#?/, "#") : "");
    field.style.setProperty("--swatch-width", hex || near ? "2.75rem" : "");
    nearest.parentElement.hidden = !near;
    nearest.textContent = near ? text.nearest.replace("#", near) : "";
    nearest.style.setProperty("--near", near);
    nearest.value = near;
  };
  box("accent").addEventListener("input", judge);
  nearest.addEventListener("click", () => {
    box("accent").value = nearest.value;
    judge();
    box("accent").focus();
    pending = show();
  });
  addEventListener("online", () => { if (missed) pending = show(); });

  document.querySelectorAll("[data-copy]").forEach(button => button.addEventListener("click", async () => {
    const area = box(button.dataset.copy), said = button.parentElement.querySelector("[role=status]");
    await pending; // a choice just made is what is copied, not the one before
    if (!area.value) said.textContent = text.lost;
    else try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = text.copied;
    } catch {
      area.focus();
      area.select();
      said.textContent = text.refused;
    }
    setTimeout(() => (said.textContent = ""), 8000);
  }));

  // Ways to take it become tabs; without this they stand one under the other.
  const ways = [...document.querySelectorAll(".tabs > section")], list = document.createElement("div");
  const tabs = ways.map((way, index) => {
    const tab = document.createElement("button"), head = way.querySelector("h3");
    tab.type = "button";
    tab.id = `tab-${index}`;
    tab.textContent = head.textContent;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", way.id);
    way.setAttribute("role", "tabpanel");
    way.setAttribute("aria-labelledby", tab.id);
    head.hidden = true;
    return tab;
  });
  const open = (index, focus) => {
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", at === index);
      tab.tabIndex = at === index ? 0 : -1;
      ways[at].hidden = at !== index;
    });
    if (focus) tabs[index].focus();
  };
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", document.querySelector(".tabs").dataset.name);
  list.append(...tabs);
  ways[0].before(list);
  list.addEventListener("click", event => { if (tabs.includes(event.target)) open(tabs.indexOf(event.target)); });
  list.addEventListener("keydown", event => {
    const at = tabs.indexOf(document.activeElement), forward = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open((to + tabs.length) % tabs.length, true);
  });
  open(0);
  see.hidden = false;
  // A window in which the usual column has no room beside the code begins with the widest that has.
  if (see.clientWidth >= 480 && see.clientWidth < 640) box("width").value = see.clientWidth - see.clientWidth % 20;
  look();
  pending = show();
  document.querySelectorAll(".needs-script").forEach(part => (part.hidden = false));
  reveal(form);
})();
