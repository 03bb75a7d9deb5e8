// A document: cards for the names in it, its citation in place, and the citation of a passage that is selected.

import "./cards.js";
import "./passage.js";

const button = (label, words) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words());
    made.textContent = "Copied";
    setTimeout(() => (made.textContent = label), 2000);
  });
  return made;
};

const paragraph = (words) => {
  const made = document.createElement("p");
  made.className = "citation";
  made.textContent = words;
  return made;
};

for (const citation of document.querySelectorAll(".citation")) {
  citation.after(button("Copy", () => citation.textContent));
}

// The engine that renders citations needs a moment: it is asked when the reader comes near.
const place = document.querySelector(".cite-here");
if (place) {
  const ask = async (entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    const answer = await fetch(`/api/cite/${place.dataset.cite.split("/").map(encodeURIComponent).join("/")}`);
    if (!answer.ok) return;
    const { note } = await answer.json();
    const made = paragraph(note);
    place.append(made, button("Copy", () => note));
  };
  new IntersectionObserver(ask, { rootMargin: "200px" }).observe(place.parentElement);
}
