// Where the help numbers of a page or a piece stand -> what is wrong with that, in words.
() => {
  const found = [], wide = document.documentElement.clientWidth;
  const strip = document.querySelector("[data-help]"), fixed = /sticky|fixed/.test(getComputedStyle(strip).position);
  if (document.documentElement.scrollWidth > wide) found.push("the page is wider than the window");
  if (fixed && strip.getBoundingClientRect().height > innerHeight * .36)
    found.push(`it takes ${Math.round(strip.getBoundingClientRect().height)} of ${innerHeight} pixels`);

  const whole = box => box.left >= -.5 && box.right <= wide + .5 && box.top >= -.5 && box.bottom <= innerHeight + .5;
  for (const number of strip.querySelectorAll("a [translate=no]")) {
    const boxes = number.getClientRects(), box = number.getBoundingClientRect(), link = number.closest("a");
    if (!fixed) number.scrollIntoView({block: "center", behavior: "instant"});
    const seen = number.getBoundingClientRect();
    if (boxes.length !== 1) found.push(`${number.textContent} is in ${boxes.length} parts`);
    if (!whole(seen) || seen.width < 8) found.push(`${number.textContent} is cut`);
    const on = document.elementFromPoint(seen.left + seen.width / 2, seen.top + seen.height / 2);
    if (on?.closest("a") !== link) found.push(`${number.textContent} cannot be tapped`);
    if (link.getBoundingClientRect().height < 24) found.push(`${number.textContent} is too low to tap`);
  }
  // No text of the strip or of the top lies on another.
  for (const part of [strip, document.querySelector("header.top")]) {
    if (!part) continue;
    const boxes = [], walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        const kept = getComputedStyle(walker.currentNode.parentElement).width !== "1px";
        if (box.width > 1 && kept && walker.currentNode.textContent.trim()) boxes.push([walker.currentNode.textContent.trim(), box]);
      }
    }
    boxes.forEach(([text, box], index) => boxes.slice(index + 1).forEach(([other, its]) => {
      if (box.left < its.right - 1 && its.left < box.right - 1 && box.top < its.bottom - 4 && its.top < box.bottom - 4)
        found.push(`${text} lies on ${other}`);
    }));
  }
  // What stands last on the page can be scrolled clear of the strip.
  const last = document.querySelector("footer.bottom p.fine");
  if (last) {
    scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"});
    const end = last.getBoundingClientRect();
    if (fixed && end.bottom > strip.getBoundingClientRect().top + 1) found.push("it covers the end of the page");
  }
  return found;
}
