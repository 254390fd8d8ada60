// Opens in place what stands further down the page: the meaning of a word, the sources behind a mark. Without this script
// the links lead there, and browsers open by themselves what is folded there; older ones do it here.
"use strict";
const LINKS = "a.term, a.proof";
let opened = 0;
document.addEventListener("click", event => {
  const link = event.target.closest(LINKS);
  const found = link && link.pathname === location.pathname && document.querySelector(link.hash);
  if (!found || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!close(link)) open(link, link.matches(".term") ? meaning(found) : proof(link));
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const note = document.activeElement.closest(".meaning");
  const link = note ? document.querySelector(`[aria-controls="${note.id}"]`) : document.activeElement;
  if (close(link)) link.focus();
});
const inside = element => element.cloneNode(true).childNodes;
const line = (...parts) => {
  const made = document.createElement("span");
  made.className = "row";
  made.append(...parts);
  return made;
};
function meaning(word) {
  return [...inside(word.querySelector("dt")), ": ", ...inside(word.querySelector("dd"))];
}
function proof(link) {
  const [numbers, whose] = link.querySelectorAll("b");
  const state = link.className.split(" ")[1], means = document.querySelector(`.marks-mean .${state}`).closest("div").lastElementChild;
  const rows = whose ? [line(...inside(whose))] : [];
  for (const number of numbers.textContent.split(", ")) rows.push(line(...inside(document.getElementById(`source-${number}`))));
  const read = document.getElementById("page-read"), all = document.getElementById("numbers");
  rows.push(line(...inside(means), " ", ...(read ? inside(read) : [])));
  if (all && link.closest(".tiles, .facts")) {
    const more = document.createElement("a");
    more.href = "#numbers";
    more.textContent = all.parentNode.firstElementChild.textContent;
    rows.push(line(more));
  }
  return rows;
}
function open(link, parts) {
  const note = document.createElement("span"), tiles = link.closest(".tiles dl");
  note.id = `note-${++opened}`;
  note.className = "meaning";
  note.setAttribute("role", "note");
  note.append(...parts);
  if (tiles) tiles.after(note);
  else link.closest("p, li, dd, td, figcaption").append(note);
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", note.id);
}
function close(link) {
  const note = document.getElementById(link.getAttribute("aria-controls"));
  if (note) note.remove();
  link.removeAttribute("aria-controls");
  if (note) link.setAttribute("aria-expanded", "false");
  return Boolean(note);
}
for (const link of document.querySelectorAll(LINKS)) link.setAttribute("aria-expanded", "false");

const uncover = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  let fold = target && target.closest("details:not([open])");
  if (!fold) return;
  for (; fold; fold = target.closest("details:not([open])")) fold.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", uncover);
uncover();
// On paper all is unfolded.
addEventListener("beforeprint", () => {
  const folded = document.querySelectorAll("details:not([open])");
  for (const fold of folded) fold.open = true;
  addEventListener("afterprint", () => { for (const fold of folded) fold.open = false; }, { once: true });
});
