// The table of items: filters to address and back, a page of rows at a time.
"use strict";
(() => {
  const site = window.REFERAT_SITE;
  const data = window.REFERAT_FILTERS.prepare(window.REFERAT_ITEMS);
  const ROWS = 50;
  const NAMES = ["q", "municipality", "body", "type", "outcome", "year", "member", "sort", "contested", "abstained", "amendment"];
  const form = document.getElementById("filters");
  const table = document.getElementById("table");
  const controls = new Map(NAMES.map((name) => [name, document.getElementById(name)]).filter(([, control]) => control));
  const [back, forth] = ["back", "forth"].map((id) => document.getElementById(id));
  let page = 0;
  let found = [];

  function option(value, key, text) {
    const element = site.make("option", text ?? "", { value });
    if (key) { element.dataset.w = key; element.textContent = site.word(key); }
    return element;
  }
  function choices(name, values, key) {
    controls.get(name)?.append(option("", "any"), ...values.map((value) => option(value ?? "None", key && key + value, key ? "" : value)));
  }
  const narrow = matchMedia("(max-width: 42rem)").matches;
  const danish = (one, other) => one.localeCompare(other, "da");
  choices("municipality", data.municipalities.filter(Boolean).sort(danish));
  choices("body", data.bodies.filter(Boolean).sort(danish));
  choices("type", data.types, "type.");
  choices("outcome", [...data.outcomes.filter(Boolean).sort(danish), ...(data.outcomes.includes(null) ? [null] : [])], "outcome.");
  document.getElementById("names").append(...Object.values(data.members).map(([name]) => name).sort(danish).map((name) => option(name)));

  const value = (control) => (control.type === "checkbox" ? (control.checked ? "1" : "") : control.value);

  function wanted() {
    return Object.fromEntries(NAMES.map((name) => [name, controls.has(name) ? value(controls.get(name)) : ""]));
  }

  function fromAddress() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const [name, control] of controls) {
      const told = state.get(name) ?? "";
      if (control.type === "checkbox") control.checked = told === "1";
      else if (control.tagName === "SELECT") control.value = [...control.options].some((each) => each.value === told) ? told : "";
      else control.value = told;
    }
    page = Math.max(0, Number(state.get("page") ?? 1) - 1 || 0);
  }

  function toAddress() {
    const state = new URLSearchParams(Object.entries(wanted()).filter(([, told]) => told));
    if (page) state.set("page", page + 1);
    if (site.language === "en") state.set("lang", "en");
    const hash = state.toString();
    // A file's address may not be rewritten in every browser; the filter works without.
    try { history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search); } catch { /* see above */ }
    const active = [...controls].filter(([name, control]) => name !== "q" && name !== "sort" && value(control)).length;
    document.getElementById("active").textContent = active ? ` · ${active}` : "";
  }

  function cell(row, name, ...parts) {
    const made = site.make("td", "", name ? { class: name } : {});
    made.append(...parts.filter(Boolean));
    row.append(made);
  }

  function rowOf(item) {
    const [meeting, index, number, title, types, outcome, flags, , , summary, , votes] = item;
    const [at, municipality, body, date] = data.meetings[meeting];
    const row = document.createElement("tr");
    const name = data.bodies[body] ?? site.word("no_body");
    const where = controls.has("municipality") && data.municipalities[municipality];
    cell(row, "when", site.make("span", site.day(date, true)), site.make("small", where ? `${name}, ${where}` : name, { lang: "da" }));
    const link = site.make("a", title || site.word("no_title"), { href: `${at}#item-${index}`, lang: "da" });
    cell(row, "main", number ? site.make("span", `${number} `, { class: "no" }) : null, link,
      summary ? site.make("p", summary, { class: "snippet", lang: "da" }) : null);
    cell(row, "", ...data.types.filter((_, bit) => types & (1 << bit)).map((type) => site.make("span", site.word(`type.${type}`), { class: "chip" })));
    const decided = data.outcomes[outcome];
    cell(row, "", decided && site.make("span", site.word(`outcome.${decided}`), { class: "chip outcome", "data-outcome": decided }));
    const contested = flags & (1 << data.flags.indexOf("contested"));
    const told = votes && votes.map((count) => count ?? "?").slice(0, votes[2] === null ? 2 : 3).join("–");
    cell(row, "votes", told ? site.make("span", told) : null, contested ? site.make("span", site.word("contested"), { class: "chip contested" }) : null);
    return row;
  }

  function show() {
    const pages = Math.max(1, Math.ceil(found.length / ROWS));
    page = Math.min(page, pages - 1);
    table.tBodies[0].replaceChildren(...found.slice(page * ROWS, (page + 1) * ROWS).map((place) => rowOf(data.items[place])));
    if (narrow) site.roles(table);
    table.hidden = !found.length;
    document.getElementById("count").textContent = found.length
      ? site.fill("found", site.number(found.length), site.number(data.items.length)) : site.word("none_found");
    document.getElementById("pager").hidden = pages === 1;
    document.getElementById("where").textContent = site.fill("page_of", page + 1, pages);
    back.disabled = page === 0;
    forth.disabled = page === pages - 1;
    toAddress();
  }

  function filter() {
    found = window.REFERAT_FILTERS.fitting(data, wanted());
    show();
  }

  function turn(by) {
    page += by;
    show();
    document.getElementById("count").scrollIntoView();
  }

  form.hidden = false;
  if (narrow) document.getElementById("more").open = false;
  form.addEventListener("input", () => { page = 0; filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { page = 0; filter(); }));
  back.addEventListener("click", () => turn(-1));
  forth.addEventListener("click", () => turn(1));
  window.addEventListener("hashchange", () => { fromAddress(); filter(); });
  site.listeners.push(show);
  fromAddress();
  filter();
})();
