// Small pictures of files that are still on the device, on a canvas: an address of a blob is not open to pages of this policy.
const LARGEST = 40 * 1024 * 1024; // bytes: what takes seconds to decode is not worth its thumbnail

const files = new WeakMap();
let drawing = Promise.resolve(); // one after the other: each may take a hundred megabytes

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    drawing = drawing.then(() => paint(target, files.get(target)));
  }
}, { rootMargin: "50%" });

/** Draws a file into a square canvas once that is scrolled to. What is no picture, or none that the browser knows, stays blank. */
export function draw(canvas, file) {
  if (file.size > LARGEST) return;
  files.set(canvas, file);
  seen.observe(canvas);
}

async function paint(canvas, file) {
  if (!canvas.isConnected) return;
  const bitmap = await createImageBitmap(file).catch(() => null); // said of what cannot be decoded, in many ways
  if (!bitmap) return;
  const side = Math.min(bitmap.width, bitmap.height);
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  canvas.getContext("2d").drawImage(bitmap, x, y, side, side, 0, 0, canvas.width, canvas.height);
  canvas.dataset.drawn = "";
  bitmap.close();
}

/** The server's own thumbnail of an image of the API, where the browser has drawn none. */
export function portray(canvas, { thumbnails: { square } }) {
  if ("drawn" in canvas.dataset || !square) return;
  const { url: src, width, height } = square;
  canvas.replaceWith(Object.assign(document.createElement("img"), { loading: "lazy", alt: "", src, width, height }));
}
