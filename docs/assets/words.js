// Opens the meaning of a word under its paragraph. Without this script its link leads to the same text further down the page.
"use strict";
document.addEventListener("click", event => {
  const link = event.target.closest("a.term");
  const word = link && document.querySelector(link.hash);
  if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!close(link)) open(link, word);
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const meaning = document.activeElement.closest(".meaning");
  const link = meaning ? document.querySelector(`[aria-controls="${meaning.id}"]`) : document.activeElement;
  if (close(link)) link.focus();
});
function open(link, word) {
  const meaning = document.createElement("span");
  meaning.id = `meaning-${word.id}`;
  meaning.className = "meaning";
  meaning.setAttribute("role", "note");
  meaning.append(...word.querySelector("dt").cloneNode(true).childNodes, ": ", ...word.querySelector("dd").cloneNode(true).childNodes);
  link.closest("p, li, dd, td, figcaption").append(meaning);
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", meaning.id);
}
function close(link) {
  const meaning = document.getElementById(link.getAttribute("aria-controls"));
  meaning?.remove();
  link.removeAttribute("aria-controls");
  if (meaning) link.setAttribute("aria-expanded", "false");
  return Boolean(meaning);
}
for (const link of document.querySelectorAll("a.term")) link.setAttribute("aria-expanded", "false");
