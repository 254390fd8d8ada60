// Which levels to ask about: shows those that fit the hours a reader has and where they can sleep. Nothing leaves the page.
"use strict";
(() => {
  const form = document.querySelector("form.fit"), items = [...document.querySelectorAll("[data-least]")];
  const status = form.querySelector("[role=status]"), counts = JSON.parse(form.dataset.counts);
  const { hours, home } = form.elements;

  // Someone who lives there is there day and night, so hours to spare do not decide it.
  const fits = ({ least, sleep }) => {
    const has = hours.value === "" ? Infinity : Number(hours.value);
    if (sleep === "away") return home.value === "no" || (home.value !== "yes" && has >= 168);
    if (sleep === "home" && home.value === "no") return false;
    return Number(least) <= has;
  };

  const show = () => {
    const asked = hours.value !== "" || home.value;
    items.forEach(item => (item.hidden = asked && !fits(item.dataset)));
    const count = items.filter(item => !item.hidden).length;
    const kind = new Intl.PluralRules(document.documentElement.lang).select(count);
    status.textContent = !asked ? "" : count ? (counts[kind] || counts.other).replace("#", count) : form.dataset.none;
    const state = [hours.value && `hours=${hours.value}`, home.value && `home=${home.value}`].filter(Boolean).join("&");
    history.replaceState(null, "", state ? `#${state}` : location.pathname);
    form.querySelector("[type=reset]").hidden = !asked;
  };

  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1)), number = asked.get("hours"), where = asked.get("home");
    hours.value = /^\d{1,3}$/.test(number) ? number : "";
    home.value = ["yes", "no"].includes(where) ? where : "";
    show();
  };
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(() => { show(); hours.focus(); }));
  form.addEventListener("submit", event => { event.preventDefault(); document.getElementById("by-hours").focus(); });
  addEventListener("hashchange", read);
  read();
})();
