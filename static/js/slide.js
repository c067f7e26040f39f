/* One of the three pictures of a lightbox: the one that is seen, the one before and the one behind. */
import { bounded, detailScale, fitted, mostScale, WHOLE, zoomed } from "./gestures.js";

export class Slide {
  constructor() {
    this.element = Object.assign(document.createElement("div"), { className: "slide" });
    this.mount = Object.assign(document.createElement("div"), { className: "mounted" });
    this.element.append(this.mount);
  }

  /** Shows this picture whole, or nothing: first the copy that the page has loaded, then the one that fits. */
  fill(picture, room) {
    if (picture === this.picture) return;
    this.picture = picture;
    this.mount.replaceChildren();
    this.mount.classList.toggle("clear", Boolean(picture?.isClear));
    if (!picture) return;
    const quick = Object.assign(new Image(), { alt: "", src: picture.quick });
    this.fine = Object.assign(new Image(), { alt: picture.alt, decoding: "async", draggable: false });
    // Of what is transparent the two would be seen at once.
    this.fine.addEventListener("load", () => quick.remove(), { once: true });
    this.fine.addEventListener("error", () => this.doWithout(picture));
    this.mount.append(quick, this.fine);
    this.fit(room);
    this.fine.srcset = [picture.copies, picture.full].filter(Boolean).join(", ");
  }

  /** The finest copy may be refused, or too large to be drawn now: those of the page remain. */
  doWithout(picture) {
    if (picture.full && this.fine.srcset !== picture.copies) this.fine.srcset = picture.copies;
  }

  fit(room) {
    if (!this.picture) return;
    this.room = room;
    this.shown = fitted(this.picture, room);
    this.mount.style.width = `${this.shown.width}px`;
    this.mount.style.height = `${this.shown.height}px`;
    this.look = WHOLE;
    this.draw();
  }

  get isWhole() {
    return this.look.scale === 1;
  }

  get isClosest() {
    return this.look.scale >= mostScale(this.picture, this.shown);
  }

  move({ x, y, factor = 1, at = { x: 0, y: 0 } }) {
    const moved = { ...this.look, x: this.look.x + x, y: this.look.y + y };
    const closer = zoomed(moved, factor, at, mostScale(this.picture, this.shown));
    this.look = bounded(closer, this.shown, this.room);
    this.draw();
  }

  /** To where each pixel is seen, and back to the whole. */
  toggle(at) {
    const scale = this.isWhole ? detailScale(this.picture, this.shown) : 1;
    this.move({ x: 0, y: 0, factor: scale / this.look.scale, at });
  }

  /** The browser takes the copy that its size on the screen wants, and keeps the one it has until that is there. */
  draw() {
    const { scale, x, y } = this.look;
    this.mount.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.fine.sizes = `${Math.ceil(this.shown.width * scale)}px`;
  }
}
