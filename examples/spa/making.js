// Elements, made without a line of HTML: what people wrote is text and stays it.

/** `make("a", {href: "#/", onclick: deed}, "Works", other)`: attributes, listeners (`on…`), and children; null is none, and
 *  true is an attribute without a value. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Says it to whoever cannot see it, and shows it at the foot of the page. */
export function tell(words) {
  document.querySelector("#status").textContent = words;
}

/** 1, "like" → "1 like"; 2 → "2 likes". */
export const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

/** The picture of a work in one of its sizes, with its room kept and its placeholder in it; null where there is none. */
export function picture(work, size, attributes = {}) {
  const drawn = work.thumbnails?.[size];
  if (!drawn) return null;
  const alt = work.alt_text || work.title;
  const image = make("img", { src: drawn.url, width: drawn.width, height: drawn.height, alt, ...attributes });
  if (work.placeholder) image.style.backgroundImage = `url("${work.placeholder}")`;
  return image;
}
