// Opens the meaning of a word in place. Without this script its link leads to the same text further down the page.
"use strict";
document.addEventListener("click", event => {
  const link = event.target.closest("a.term");
  const word = link && document.querySelector(link.hash);
  if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  toggle(link, word);
});
document.addEventListener("keydown", event => {
  const link = event.key === "Escape" && document.activeElement.closest("a.term[aria-expanded=true], .meaning");
  if (!link) return;
  const opener = link.matches("a.term") ? link : link.previousElementSibling;
  toggle(opener);
  opener.focus();
});
function toggle(link, word) {
  const open = link.getAttribute("aria-expanded") === "true";
  link.setAttribute("aria-expanded", !open);
  if (open) return link.nextElementSibling.remove();
  const meaning = document.createElement("span");
  meaning.className = "meaning";
  meaning.setAttribute("role", "note");
  const from = word.querySelector("dt").cloneNode(true), said = word.querySelector("dd").cloneNode(true);
  meaning.append(...from.childNodes, ": ", ...said.childNodes);
  link.after(meaning);
}
