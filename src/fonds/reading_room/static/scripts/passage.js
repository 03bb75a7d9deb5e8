// Cite a passage: select words of the text, and take a stable address that leads to them, or the words with a citation.
// The address carries a text fragment (W3C community group report, "URL Fragment Text Directives").

const LONG = 120; // characters: a longer quotation is named by its beginning and its end
const AROUND = 4; // words before and after that tell equal passages apart
const WORDS = 5; // words of the beginning and of the end

const bar = document.createElement("div");
bar.className = "passage";
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", "Cite this passage");
bar.hidden = true;
document.body.append(bar);

const encoded = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
const words = (text) => text.trim().split(/\s+/).filter(Boolean);

// The text of a range as it is read: without the numbers of notes and pages.
const read = (range) => {
  const held = range.cloneContents();
  for (const each of held.querySelectorAll(".anchor, .page-break, .sidenote, .who")) each.remove();
  return held.textContent.replace(/\s+/g, " ").trim();
};

const around = (range, text) => {
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.selectNodeContents(text);
  after.setStart(range.endContainer, range.endOffset);
  return [words(read(before)).slice(-AROUND).join(" "), words(read(after)).slice(0, AROUND).join(" ")];
};

const fragment = (range, text) => {
  const quotation = read(range);
  const parts = words(quotation);
  const named =
    quotation.length <= LONG ? encoded(quotation) : `${encoded(parts.slice(0, WORDS).join(" "))},${encoded(parts.slice(-WORDS).join(" "))}`;
  const [before, after] = around(range, text);
  const prefix = before && `${encoded(before)}-,`;
  const suffix = after && `,-${encoded(after)}`;
  return `#:~:text=${prefix}${named}${suffix}`;
};

const address = (range, text) => `${location.origin}${location.pathname}${fragment(range, text)}`;

const citation = () => document.querySelector(".cite-here .citation, #cite .citation")?.textContent ?? document.querySelector("h1").textContent;

// The letter that the page prepares, with the passage in it.
const letter = document.querySelector("a[data-report]");
const report = (range, text) => {
  const passage = encodeURIComponent(`“${read(range)}”\r\n${address(range, text)}\r\n\r\n`);
  location.href = letter.href.replace("&body=", `&body=${passage}`);
  return null;
};

const actions = [
  ["Copy address of passage", address],
  ["Copy quotation", (range, text) => `“${read(range)}” ${citation()} ${address(range, text)}`],
  ...(letter ? [["Report a mistake", report]] : []),
];

for (const [label, made] of actions) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", async () => {
    const found = selected();
    if (!found) return;
    const words = made(...found);
    if (words === null) return;
    await navigator.clipboard.writeText(words);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = label), 2000);
  });
  bar.append(button);
}

function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const at = range.commonAncestorContainer;
  const text = (at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement).closest(".words");
  return text && read(range) ? [range, text] : null;
}

document.addEventListener("selectionchange", () => {
  const found = selected();
  bar.hidden = !found;
  if (!found) return;
  const box = found[0].getBoundingClientRect();
  bar.style.top = `${Math.max(4, box.top - bar.offsetHeight - 8) + window.scrollY}px`;
  bar.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - bar.offsetWidth - 8)) + window.scrollX}px`;
});
