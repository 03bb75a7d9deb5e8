// What every page can do a little better with a script: "/" goes to the search field, and a range of time can be drawn.

const field = document.querySelector("#query, #find");

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

if (document.querySelector("svg[data-brush]")) import("./brush.js");
