// The search field of other pages: what is typed goes to the search page behind the # sign, which browsers do not send.
"use strict";
document.querySelector("form.told").addEventListener("submit", event => {
  const form = event.target, typed = form.querySelector("input").value.trim();
  if (!typed) return;
  event.preventDefault();
  location.href = `${form.action}#query=${encodeURIComponent(typed)}`;
});
