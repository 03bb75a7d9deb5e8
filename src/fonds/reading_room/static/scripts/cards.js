// A card for each name in the text, on hover and on focus: who that is, in the words of the collection's own list.

const card = document.createElement("div");
card.className = "card";
card.id = "card";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.body.append(card);

let shown = null;

const show = (name) => {
  const [called, ...description] = name.dataset.about.split(" – ");
  const strong = document.createElement("b");
  strong.textContent = called;
  card.replaceChildren(strong, document.createElement("br"), description.join(" – "));
  card.hidden = false;
  const box = name.getClientRects()[0];
  const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 12);
  const below = box.bottom + card.offsetHeight + 8 < window.innerHeight;
  card.style.left = `${Math.max(12, left) + window.scrollX}px`;
  card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + window.scrollY}px`;
  name.setAttribute("aria-describedby", "card");
  shown = name;
};

const hide = () => {
  shown?.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
};

for (const name of document.querySelectorAll("a.mention[title]")) {
  name.dataset.about = name.title;
  name.removeAttribute("title");
}
for (const [event, answer] of [["mouseover", show], ["focusin", show]]) {
  document.addEventListener(event, ({ target }) => {
    const name = target.closest?.("a.mention[data-about]");
    if (name) answer(name);
    else if (shown && !card.contains(target)) hide();
  });
}
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
