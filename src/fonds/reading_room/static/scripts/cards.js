// A card on hover and on focus: for a name in the text who that is, in the words of the collection's own list; for a
// statement who says it to whom, on whose word.

const card = document.createElement("div");
card.className = "card";
card.id = "card";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.body.append(card);

const statements = document.querySelector("#show-said");
let shown = null;

const named = (name) => {
  const [called, ...description] = name.dataset.about.split(" – ");
  const strong = document.createElement("b");
  strong.textContent = called;
  return [strong, document.createElement("br"), description.join(" – ")];
};

// The chains of all statements around a word, the innermost last: they are taken from the list below the text.
const told = (word) => {
  const chains = [];
  for (let each = word; each; each = each.parentElement?.closest("[data-said]")) {
    const chain = document.getElementById(each.dataset.said)?.querySelector("p");
    if (chain) chains.unshift(chain.cloneNode(true));
  }
  return chains;
};

const show = (thing, words) => {
  card.replaceChildren(...words);
  card.hidden = false;
  const box = thing.getClientRects()[0];
  const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 12);
  const below = box.bottom + card.offsetHeight + 8 < window.innerHeight;
  card.style.left = `${Math.max(12, left) + window.scrollX}px`;
  card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + window.scrollY}px`;
  thing.setAttribute("aria-describedby", "card");
  shown = thing;
};

const hide = () => {
  shown?.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
};

const answer = ({ target }) => {
  const name = target.closest?.("a.mention[data-about]");
  if (name) return show(name, named(name));
  const mark = statements?.checked && target.closest?.("a.who");
  const word = statements?.checked && (mark ? document.querySelector(`[data-said="${mark.hash.slice(1)}"]`) : target.closest?.("[data-said]"));
  const chains = word ? told(word) : [];
  if (chains.length) show(mark || word, chains);
  else if (shown && !card.contains(target)) hide();
};

for (const name of document.querySelectorAll("a.mention[title]")) {
  name.dataset.about = name.title;
  name.removeAttribute("title");
}
document.addEventListener("mouseover", answer);
document.addEventListener("focusin", answer);
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
