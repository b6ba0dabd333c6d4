// What all pages share: the language, and the item that an address names.
"use strict";
(() => {
  const WORDS = window.REFERAT_WORDS;
  const KEY = "referat-language";
  const button = document.getElementById("language");

  // A browser may keep nothing for files; the switch then holds for one page.
  function remembered() {
    try { return localStorage.getItem(KEY); } catch { return null; }
  }
  function remember(language) {
    try { localStorage.setItem(KEY, language); } catch { /* see above */ }
  }

  const site = {
    language: "da",
    listeners: [],
    word(key) { return WORDS[site.language][key] ?? key; },
    fill(key, ...values) { return values.reduce((text, value) => text.replace("{}", value), site.word(key)); },
    number(value) { return String(value).replace(/\B(?=(\d{3})+$)/g, site.language === "da" ? "." : ","); },
    day(iso, short) {
      if (!iso) return site.word("no_date");
      const [year, month, day] = iso.split("-");
      const name = site.word(short ? "short_months" : "months").split(" ")[month - 1];
      return name ? `${Number(day)}${site.word("day")} ${name} ${year}` : iso;
    },
    // An element with text; nothing from minutes ever becomes markup.
    make(tag, text = "", attributes = {}) {
      const element = document.createElement(tag);
      if (text !== "") element.textContent = text;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    },
    // Tables that a narrow page shows as cards are still tables to those who hear them.
    roles(table) {
      const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell" };
      for (const each of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) each.setAttribute("role", roles[each.tagName]);
    },
    speak(language) {
      site.language = language === "en" ? "en" : "da";
      document.documentElement.lang = site.language;
      for (const each of document.querySelectorAll("[data-w]")) {
        each.textContent = (each.dataset.before ?? "") + site.word(each.dataset.w) + (each.dataset.after ?? "");
      }
      for (const each of document.querySelectorAll("[data-w-label]")) each.setAttribute("aria-label", site.word(each.dataset.wLabel));
      for (const each of document.querySelectorAll("[data-w-placeholder]")) each.placeholder = site.word(each.dataset.wPlaceholder);
      for (const each of document.querySelectorAll("[data-n]")) each.textContent = site.number(each.dataset.n);
      for (const each of document.querySelectorAll("time")) each.textContent = site.day(each.dateTime, "short" in each.dataset);
      const title = document.querySelector("h1[data-title]");
      if (title) document.title = site.word(title.dataset.title);
      button.textContent = site.language === "da" ? "English" : "Dansk";
      button.lang = site.language === "da" ? "en" : "da";
      for (const listener of site.listeners) listener();
    },
  };
  window.REFERAT_SITE = site;

  button.hidden = false;
  button.addEventListener("click", () => {
    const language = site.language === "da" ? "en" : "da";
    remember(language);
    site.speak(language);
  });

  if (matchMedia("(max-width: 42rem)").matches) document.querySelectorAll("table.cards").forEach(site.roles);

  // What an address names may stand in a part that is folded.
  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let each = target.parentElement; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    const source = target.matches(".item") ? target.querySelector(".source") : null;
    if (source) source.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);

  const shared = new URLSearchParams(location.hash.slice(1)).get("lang");
  const language = shared ?? remembered();
  if (language === "en") site.speak(language);
  if (document.querySelector(".item")) unfold();
})();
