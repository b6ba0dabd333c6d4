// Finds rows of a table by words in them.
"use strict";
(() => {
  const input = document.getElementById("find");
  const rows = [...document.querySelectorAll("#people tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
  document.getElementById("finding").hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
  });
})();
