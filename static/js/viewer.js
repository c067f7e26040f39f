/* The dialog of a lightbox: one picture at a time, its neighbours beside it, so that they are loaded and follow the finger in. */
import { turnOf } from "./gestures.js";
import { middled, Pointers } from "./pointers.js";
import { Slide } from "./slide.js";

const STEP = 1.5;  // of the buttons and keys that enlarge
const PAN = 80;

export class Viewer {
  constructor(template) {
    this.dialog = template.content.querySelector("dialog").cloneNode(true);
    this.find = (selector) => this.dialog.querySelector(selector);
    this.stage = this.find(".stage");
    this.slides = [new Slide(), new Slide(), new Slide()];
    this.stage.append(...this.slides.map((slide) => slide.element));
    this.listen();
    document.body.append(this.dialog);
  }

  listen() {
    this.dialog.addEventListener("click", ({ target }) => this.act(target.closest("[data-does]")?.dataset.does));
    this.dialog.addEventListener("keydown", (event) => this.press(event));
    this.dialog.addEventListener("close", () => this.closed());
    this.stage.addEventListener("wheel", (event) => this.roll(event), { passive: false });
    new Pointers(this.stage, { move: (by) => this.drag(by), release: (by) => this.release(by), tapTwice: (at) => this.zoom((slide) => slide.toggle(at)) });
    new ResizeObserver(() => this.dialog.open && this.fit()).observe(this.stage);
    // The way back closes it, where it is open: no page is left for that.
    addEventListener("popstate", () => this.dialog.open && this.dialog.close());
  }

  /** Shows these pictures (see `lightbox.js`), this one first; the focus returns to `opener`. */
  open(pictures, index, opener) {
    Object.assign(this, { pictures, index, opener });
    history.pushState({ lightbox: true }, "");
    this.dialog.showModal();
    this.dialog.focus();
    this.show();
  }

  closed() {
    for (const slide of this.slides) slide.fill(null);
    if (history.state?.lightbox) history.back();
    this.opener.focus();
  }

  get slide() {
    return this.slides[1];
  }

  get room() {
    return { width: this.stage.clientWidth, height: this.stage.clientHeight };
  }

  show() {
    this.slides.forEach((slide, place) => {
      slide.fill(this.pictures[this.index + place - 1] ?? null, this.room);
      slide.element.dataset.place = place - 1;
      slide.element.inert = place !== 1;
    });
    this.fit();
    this.tell();
  }

  fit() {
    this.shift(0);
    for (const slide of this.slides) slide.fit(this.room);
    this.allow();
  }

  tell() {
    const { caption, page } = this.pictures[this.index];
    const told = { number: this.index + 1, total: this.pictures.length, title: caption };
    const put = (words) => words.replace(/\{(\w+)\}/g, (_, name) => told[name]);
    this.find(".counter").textContent = put(this.dialog.dataset.counter);
    this.find("[role=status]").textContent = put(this.dialog.dataset.position);
    const [link, plain] = [this.find(".caption a"), this.find(".caption span")];
    [link.hidden, plain.hidden] = [!page, Boolean(page)];
    link.href = page || location.href;
    link.textContent = plain.textContent = caption;
  }

  /** What leads nowhere says so, and keeps the focus. */
  allow() {
    const last = this.pictures.length - 1;
    const off = { previous: !this.index, next: this.index === last, closer: this.slide.isClosest, farther: this.slide.isWhole };
    for (const [name, is] of Object.entries(off)) this.find(`[data-does=${name}]`).ariaDisabled = String(is);
    this.dialog.classList.toggle("single", !last);
    this.dialog.classList.toggle("close-up", !this.slide.isWhole);
  }

  act(name) {
    const acts = {
      close: () => this.dialog.close(),
      previous: () => this.turn(-1),
      next: () => this.turn(1),
      closer: () => this.zoom((slide) => slide.move({ x: 0, y: 0, factor: STEP })),
      farther: () => this.zoom((slide) => slide.move({ x: 0, y: 0, factor: 1 / STEP })),
      whole: () => this.zoom((slide) => slide.fit(this.room)),
    };
    acts[name]?.();
  }

  press(event) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const { key } = event;
    const ways = { ArrowLeft: [PAN, 0, -1], ArrowRight: [-PAN, 0, 1], ArrowUp: [0, PAN, 0], ArrowDown: [0, -PAN, 0] };
    const names = { "+": "closer", "=": "closer", "-": "farther", 0: "whole" };
    const ends = { Home: -this.index, End: this.pictures.length - 1 - this.index };
    if (!(key in ways || key in names || key in ends)) return;
    event.preventDefault();
    if (key in names) this.act(names[key]);
    else if (key in ends) this.turn(ends[key]);
    else if (this.slide.isWhole) this.turn(ways[key][2]);
    else this.zoom((slide) => slide.move({ x: ways[key][0], y: ways[key][1] }));
  }

  roll(event) {
    event.preventDefault();
    this.zoom((slide) => slide.move({ x: 0, y: 0, factor: Math.exp(-event.deltaY / 400), at: middled(this.stage, event) }));
  }

  zoom(change) {
    change(this.slide);
    this.allow();
  }

  drag(by) {
    const isTurning = this.slide.isWhole && by.factor === 1;
    if (isTurning) this.shift(this.shifted + by.x);
    else this.zoom((slide) => slide.move(by));
  }

  release({ x, time }) {
    const step = this.shifted ? turnOf({ x, time, width: this.room.width }) : 0;
    this.shift(0);
    this.turn(step);
  }

  /** The three pictures beside where they stand, as the finger holds them; past the last one they follow half as far. */
  shift(x) {
    this.shifted = x;
    const isEnd = !this.pictures[this.index - Math.sign(x)];
    this.stage.classList.toggle("held", x !== 0);
    this.stage.style.setProperty("--shift", `${isEnd ? x / 2 : x}px`);
  }

  turn(step) {
    if (!step || !this.pictures[this.index + step]) return;
    this.index += step;
    // Each moves up a place with what it has loaded; the one that is left over is filled anew.
    if (step === 1) this.slides.push(this.slides.shift());
    if (step === -1) this.slides.unshift(this.slides.pop());
    this.show();
  }
}
