// What every page can do a little better with a script: "/" goes to the search field, "j" and "k" to the next and the
// last hit, "n" and "p" to the next and the previous document or page, and a range of time can be drawn.

const field = document.querySelector("#query, #find");

const toField = () => {
  field?.focus();
  field?.select();
  return field;
};

const toHit = (step) => () => {
  const hits = [...document.querySelectorAll(".hit h3 a, .documents a")];
  const at = hits.indexOf(document.activeElement);
  const hit = hits[at < 0 ? (step > 0 ? 0 : hits.length - 1) : at + step];
  hit?.focus();
  return hit;
};

const follow = (relation) => () => {
  const link = document.querySelector(`a[rel="${relation}"]`);
  link?.click();
  return link;
};

const keys = { "/": toField, j: toHit(1), k: toHit(-1), n: follow("next"), p: follow("prev") };

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (keys[event.key]?.()) event.preventDefault();
});

if (document.querySelector("svg[data-brush]")) import("./brush.js");
if (document.querySelector("a[data-drawing]")) import("./drawings.js");
