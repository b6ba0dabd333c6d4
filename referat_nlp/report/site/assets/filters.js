// Which items fit the filters; knows nothing of the page.
"use strict";
window.REFERAT_FILTERS = (() => {
  const [MEETING, , NUMBER, TITLE, TYPES, OUTCOME, FLAGS, PEOPLE, CASE, SUMMARY, DECISION] = Array(11).keys();

  // One text an item, lower case, made once.
  function prepare(data) {
    data.texts = data.items.map((item) =>
      [item[NUMBER], item[TITLE], item[CASE], item[SUMMARY], item[DECISION]].join("\n").toLowerCase());
    data.names = Object.entries(data.members).map(([number, [name, party]]) =>
      [Number(number), name.toLowerCase(), party ? `${name} (${party})`.toLowerCase() : name.toLowerCase()]);
    return data;
  }

  // Whose whole name it is, else everybody with a name or party that it is part of.
  function named(data, part) {
    const whole = data.names.filter(([, name]) => name === part);
    const fits = whole.length ? whole : data.names.filter(([, , label]) => label.includes(part));
    return new Set(fits.map(([number]) => number));
  }

  // The places of the items that fit, in the order of the data.
  function fitting(data, wanted) {
    const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean);
    const bits = data.flags.reduce((sum, flag, bit) => sum + (wanted[flag] ? 1 << bit : 0), 0);
    const type = wanted.type ? 1 << data.types.indexOf(wanted.type) : 0;
    const municipality = wanted.municipality ? data.municipalities.indexOf(wanted.municipality) : null;
    const body = wanted.body ? data.bodies.indexOf(wanted.body) : null;
    const outcome = wanted.outcome ? data.outcomes.indexOf(wanted.outcome === "None" ? null : wanted.outcome) : null;
    const people = wanted.member ? named(data, wanted.member.trim().toLowerCase()) : null;
    const found = [];
    for (let place = 0; place < data.items.length; place++) {
      const item = data.items[place];
      const [, itsMunicipality, itsBody, date] = data.meetings[item[MEETING]];
      if ((item[FLAGS] & bits) === bits
        && (!type || item[TYPES] & type)
        && (body === null || body === itsBody)
        && (municipality === null || municipality === itsMunicipality)
        && (outcome === null || outcome === item[OUTCOME])
        && (!wanted.year || (date ?? "").startsWith(wanted.year))
        && (!people || item[PEOPLE].some((number) => people.has(number)))
        && words.every((word) => data.texts[place].includes(word))) found.push(place);
    }
    return wanted.sort === "oldest" ? found.reverse() : found;
  }

  return { prepare, fitting };
})();
