const cards = [...document.querySelectorAll("article[data-field]")];
const controls = ["field", "meeting", "words"].map((name) => document.getElementById(name));
const count = document.getElementById("count");
function filter() {
  const [field, meeting, words] = controls.map((control) => control.value.toLowerCase());
  let shown = 0;
  for (const card of cards) {
    const fits = (!field || card.dataset.field === field) && (!meeting || card.dataset.meeting.toLowerCase() === meeting)
      && (!words || card.textContent.toLowerCase().includes(words));
    card.hidden = !fits;
    shown += fits;
  }
  count.textContent = shown;
}
for (const control of controls) control?.addEventListener("input", filter);
