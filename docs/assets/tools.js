// What the tools of the pages share: loading that ends, addresses however they were copied, counts in words.
"use strict";
window.tools = (() => {
  const PATIENCE = 20000; // in milliseconds; on a slow line the largest file takes about half of it

  // The text at an address. Rejects where it does not come in time, or where an error comes in its place.
  // `anew` asks past what the browser kept, which may be what was broken.
  const loaded = async (address, anew) => {
    const control = new AbortController(), timer = setTimeout(() => control.abort(), PATIENCE);
    try {
      const answer = await fetch(address, { cache: anew ? "reload" : "default", signal: control.signal });
      if (!answer.ok) throw new Error(`${answer.status} at ${address}`);
      return await answer.text();
    } finally {
      clearTimeout(timer);
    }
  };

  // A part of an address as it was before messengers and mail programs escaped its signs, some of them twice.
  // What is no escape stays as it is, so nothing here can fail.
  const plain = part => {
    const once = text => text.replace(/%([2-7][\da-f])/gi, (all, code) => String.fromCharCode(parseInt(code, 16)));
    return once(once(part)).toLowerCase();
  };

  // The form of a phrase for a number of things; # stands for the number.
  const counted = (phrase, count) => {
    const forms = JSON.parse(phrase), kind = new Intl.PluralRules(document.documentElement.lang).select(count);
    return (forms[kind] || forms.other).replace("#", count);
  };

  // Says something to those who look and those who listen; what is said already is not said again.
  const say = (place, text) => {
    if (place.textContent !== text) place.textContent = text;
  };

  // Shows a form, and takes away what stands in for it. The last thing that a tool does: what fails before leaves that standing.
  const open = form => {
    form.hidden = false;
    form.nextElementSibling.hidden = true;
  };

  return { PATIENCE, loaded, plain, counted, say, open };
})();
