// Which levels to ask about: shows those that fit the hours a reader has and where they can sleep. Nothing leaves the page.
"use strict";
(() => {
  const { plain, counted, say, open } = window.tools;
  const form = document.querySelector("form.fit"), items = [...document.querySelectorAll("[data-least]")];
  const status = form.querySelector("[role=status]"), hint = document.getElementById("hours-hint");
  const { hours, home } = form.elements;

  // Someone who lives there is there day and night, so hours to spare do not decide it.
  const fits = ({ least, sleep }, has) => {
    if (sleep === "away") return home.value === "no" || (home.value !== "yes" && has >= 168);
    if (sleep === "home" && home.value === "no") return false;
    return Number(least) <= has;
  };

  // What an address answers, before or after its # sign, in small letters and without escapes.
  const answers = () => {
    const parts = [location.hash, location.search].map(plain);
    return parts.find(part => /\b(hours|home)=/.test(part)) || "";
  };

  // Writes the answers into the address. An address that answers nothing stays while nothing is answered.
  const keep = () => {
    const number = hours.value !== "" && hours.validity.valid;
    const state = [number && `hours=${Number(hours.value)}`, home.value && `home=${home.value}`].filter(Boolean).join("&");
    if (state || answers()) history.replaceState(null, "", location.pathname + (state && `#${state}`));
  };

  // Hours that are no number, or more than a week has, are not asked by: the page says which it takes.
  const show = () => {
    const right = hours.validity.valid, number = right && hours.value !== "";
    const has = number ? Number(hours.value) : Infinity;
    const asked = number || home.value;
    items.forEach(item => (item.hidden = Boolean(asked) && !fits(item.dataset, has)));
    const count = items.filter(item => !item.hidden).length;
    const found = count ? counted(form.dataset.counts, count) : form.dataset.none;
    say(status, right ? (asked ? found : "") : hint.textContent);
    keep();
    form.querySelector("[type=reset]").hidden = right && !asked;
  };

  // Fills in what the address answers. An address without answers changes nothing.
  const read = () => {
    const said = answers();
    if (said) {
      const number = /\bhours=(\d{1,3}(?:\.\d+)?)(?![\w.])/.exec(said), where = /\bhome=(yes|no)\b/.exec(said);
      hours.value = number && Number(number[1]) <= 168 ? number[1] : "";
      home.value = where ? where[1] : "";
    }
    show();
  };
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(() => { show(); hours.focus(); }));
  form.addEventListener("submit", event => { event.preventDefault(); document.getElementById("by-hours").focus(); });
  addEventListener("hashchange", read);
  read();
  open(form);
})();
