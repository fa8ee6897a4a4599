// Lights the row of a fact where its mark is pointed at, and the reverse. Pages work without it.
"use strict";
const rows = new Map([...document.querySelectorAll("[data-fact]")].map((row) => [row.dataset.fact, row]));
const marks = new Map();
for (const mark of document.querySelectorAll("[data-facts]")) {
  for (const key of mark.dataset.facts.split(" ")) {
    marks.set(key, [...(marks.get(key) ?? []), mark]);
  }
}
function light(keys, isLit) {
  for (const key of keys) {
    rows.get(key)?.classList.toggle("lit", isLit);
    for (const mark of marks.get(key) ?? []) mark.classList.toggle("lit", isLit);
  }
}
for (const [element, keys] of [
  ...[...rows].map(([key, row]) => [row, [key]]),
  ...[...document.querySelectorAll("[data-facts]")].map((mark) => [mark, mark.dataset.facts.split(" ")]),
]) {
  for (const name of ["pointerenter", "focusin"]) element.addEventListener(name, () => light(keys, true));
  for (const name of ["pointerleave", "focusout"]) element.addEventListener(name, () => light(keys, false));
}
for (const row of rows.values()) {
  if (location.hash === `#${row.id}`) row.closest("details").open = true;
}
window.addEventListener("hashchange", () => {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = row?.closest("details");
  if (details && !details.open) {
    details.open = true;
    row.scrollIntoView({ block: "center" });
  }
});
