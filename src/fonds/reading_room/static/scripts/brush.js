// A range drawn on a histogram narrows the search to it. Without a script each bar is a link of its own.

const NAMESPACE = "http://www.w3.org/2000/svg";
const LEAST = 4; // pixels: less is a click on one bar

for (const figure of document.querySelectorAll("svg[data-brush]")) {
  const bars = [...figure.querySelectorAll("a[data-first]")];
  let range = null;

  const column = (event) => {
    const box = figure.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(share * bars.length)));
  };

  const draw = (from, to) => {
    const percent = (columns) => `${(columns / bars.length) * 100}%`;
    range.rect.setAttribute("x", percent(Math.min(from, to)));
    range.rect.setAttribute("width", percent(Math.abs(from - to) + 1));
    range.rect.setAttribute("height", bars[0].querySelector(".slot").getAttribute("height"));
  };

  const end = () => {
    range?.rect.remove();
    range = null;
  };

  figure.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const rect = document.createElementNS(NAMESPACE, "rect");
    rect.setAttribute("class", "brush");
    range = { rect, at: event.clientX, from: column(event), moved: false };
  });

  window.addEventListener("pointermove", (event) => {
    if (!range) return;
    range.moved ||= Math.abs(event.clientX - range.at) > LEAST;
    if (!range.moved) return;
    if (!range.rect.isConnected) figure.append(range.rect);
    draw(range.from, column(event));
  });

  window.addEventListener("pointerup", (event) => {
    if (!range?.moved) return end();
    const to = column(event);
    const [first, last] = [Math.min(range.from, to), Math.max(range.from, to)];
    const address = new URL(figure.dataset.brush, location.href);
    address.searchParams.set("from", bars[first].dataset.first);
    address.searchParams.set("to", bars[last].dataset.last);
    end();
    location.assign(address);
  });

  window.addEventListener("pointercancel", end);
  figure.addEventListener("dragstart", (event) => event.preventDefault());
  figure.addEventListener("click", (event) => range && event.preventDefault());
}
