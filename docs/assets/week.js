// The reader's own week beside an example of treatment: where the two meet, and what is left. Nothing is kept or sent.
"use strict";
(() => {
  const { counted, say, open } = window.tools;
  const form = document.querySelector("form.own"), table = document.querySelector(".own-week"), ask = document.querySelector(".own-ask");
  const status = form.querySelector("[role=status]"), { takes, meets, free, left, care, wakes, sleeps } = form.dataset;
  const example = form.elements.example, rtl = document.documentElement.dir === "rtl";
  const days = [...table.tHead.rows[0].cells].slice(1), hours = [...table.tBodies[0].rows];
  let painting, handled = false;

  // Each hour becomes a button, named by its day and time; of all, one can be reached with Tab.
  const cells = hours.map((row, hour) => [...row.cells].slice(1).map((cell, day) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "hour", tabIndex: -1 });
    Object.assign(button.dataset, { day, hour });
    button.setAttribute("aria-pressed", "false");
    cell.append(button);
    return button;
  }));
  const all = cells.flat(), pressed = button => button.getAttribute("aria-pressed") === "true";
  const press = (button, on) => button.setAttribute("aria-pressed", on);
  const reach = button => {
    all.forEach(one => (one.tabIndex = one === button ? 0 : -1));
    return button;
  };

  // The part of an hour that the example takes: "18-21,,18-21" has the hours of three days.
  const spans = () => (example.selectedOptions[0].dataset.hours || "").split(",").map(span => span.split("-").map(Number));
  const part = (span, hour) => (span && span.length === 2 ? Math.max(0, Math.min(span[1], hour + 1) - Math.max(span[0], hour)) : 0);
  const round = number => Math.round(number * 100) / 100;

  const show = () => {
    const taken = spans(), met = new Set();
    let care_hours = 0, meeting = 0, spare = 0;
    for (const button of all) {
      const { day, hour } = button.dataset, takes_part = part(taken[day], Number(hour)), marked = pressed(button);
      button.classList.toggle("care", takes_part > 0);
      button.setAttribute("aria-label", `${days[day].getAttribute("aria-label")}, ${hours[hour].cells[0].textContent}${takes_part ? `, ${care}` : ""}`);
      care_hours += takes_part;
      if (marked && takes_part) {
        meeting += takes_part;
        met.add(days[day].textContent);
      }
      if (!marked && hour >= Number(wakes) && hour < Number(sleeps)) spare += 1 - takes_part;
    }
    const said = [];
    if (care_hours) said.push(counted(takes, round(care_hours)));
    if (care_hours && all.some(pressed)) said.push(meeting ? counted(meets, round(meeting)).replace("@", [...met].join(", ")) : free);
    if (care_hours || all.some(pressed)) said.push(counted(left, round(spare)));
    say(status, said.join(" "));
    ask.querySelectorAll("[data-met]").forEach(item => (item.hidden = !meeting));
    ask.hidden = !care_hours;
  };

  // A mouse paints over many hours; a finger and the keyboard change one at a time, so that a finger can still scroll.
  table.addEventListener("pointerdown", event => {
    const button = event.target.closest("button");
    if (!button || event.pointerType !== "mouse" || event.button) return;
    painting = !pressed(button);
    handled = true;
    press(button, painting);
    show();
  });
  table.addEventListener("pointerover", event => {
    const button = event.target.closest("button");
    if (painting === undefined || !button) return;
    press(button, painting);
    show();
  });
  addEventListener("pointerup", () => (painting = undefined));
  table.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    reach(button);
    if (!handled) {
      press(button, !pressed(button));
      show();
    }
    handled = false;
  });

  const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, rtl ? 1 : -1], ArrowRight: [0, rtl ? -1 : 1] };
  table.addEventListener("keydown", event => {
    const button = event.target.closest("button"), move = MOVES[event.key];
    if (!button) return;
    handled = false;
    if (!move) return;
    event.preventDefault();
    const row = cells[Number(button.dataset.hour) + move[0]], next = row && row[Number(button.dataset.day) + move[1]];
    if (next) reach(next).focus();
  });

  // "0-4:9-17" marks the hours from 9 to 17 of the first five days.
  form.addEventListener("click", event => {
    const preset = event.target.closest("[data-marks]");
    if (!preset) return;
    const [from, to, start, end] = preset.dataset.marks.split(/[-:]/).map(Number);
    for (const button of all) {
      const { day, hour } = button.dataset;
      if (day >= from && day <= to && hour >= start && hour < end) press(button, true);
    }
    show();
  });
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(() => {
    all.forEach(button => press(button, false));
    show();
    example.focus();
  }));

  // Who asks for paper gets this week alone, on one sheet.
  form.addEventListener("submit", event => {
    event.preventDefault();
    document.body.classList.add("own-alone");
    print();
  });
  addEventListener("afterprint", () => document.body.classList.remove("own-alone"));
  reach(cells[Number(wakes)][0]);
  show();
  open(form);
})();
