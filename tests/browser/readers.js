// A page's HTML -> what a reader view loses of it. Readability stands in the window.
// Forms, navigation and pictures are no text, and what is hidden or only for paper is not shown.
html => {
  const parse = text => new DOMParser().parseFromString(text, "text/html");
  const flat = text => text.replace(/\s+/g, " ").trim();
  const NO_TEXT = "script, style, svg, form, nav, [hidden], .print-only";
  const TEXT = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, summary";
  const NUMBER = /\S*\d\S*/g;
  const links = root => [...root.querySelectorAll("a[href]")]
    .map(link => link.getAttribute("href"))
    .filter(href => /^(tel|sms|https?):/.test(href))
    .map(href => new URL(href).href);
  const count = words => words.reduce((all, word) => all.set(word, (all.get(word) || 0) + 1), new Map());

  const main = parse(html).querySelector("main");
  main.querySelectorAll(NO_TEXT).forEach(part => part.remove());
  const article = new Readability(parse(html)).parse();
  const view = parse(article ? article.content : "");
  const read = flat(`${article?.title} ${view.body.textContent}`);
  const numbers = count(read.match(NUMBER) || []), reached = new Set(links(view));
  const texts = [...main.querySelectorAll(TEXT)].map(part => flat(part.textContent));
  return [
    ...[...count(flat(main.textContent).match(NUMBER) || [])]
      .filter(([word, times]) => (numbers.get(word) || 0) < times).map(([word]) => `number ${word}`),
    ...links(main).filter(href => !reached.has(href)).map(href => `link ${href}`),
    ...texts.filter(text => text && !read.includes(text)).map(text => `text ${text.slice(0, 80)}`),
  ];
}
