// A figure as PNG: the file of the drawing that the server makes, painted at twice its size. Nothing leaves the page.

const SCALE = 2;

const painted = async (address) => {
  const drawing = new Image();
  drawing.src = address;
  await drawing.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawing.naturalWidth * SCALE;
  canvas.height = drawing.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
};

for (const drawing of document.querySelectorAll("a[data-drawing]")) {
  const link = document.createElement("a");
  link.href = drawing.href;
  link.textContent = "PNG";
  link.addEventListener("click", async (event) => {
    if (link.href.startsWith("blob:")) return;
    event.preventDefault();
    const file = new URL(drawing.href).pathname.split("/").at(-1);
    link.download = file.replace(/svg$/, "png");
    link.href = URL.createObjectURL(await painted(drawing.href));
    link.click();
  });
  drawing.after(" ", link);
}
