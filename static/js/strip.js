/*
 * A strip of pictures that the browser scrolls, each as wide as it (`.strip > ol > li`): which one is seen, and the way to another.
 * `turned(index)` is told of each that comes to be seen, and of where `go` leads at once.
 */
const MOSTLY = 0.6;

export class Strip {
  constructor(element, turned) {
    Object.assign(this, { element, turned, items: [...element.querySelectorAll("li")], shown: new Set() });
    Object.assign(this, { index: 0, seen: 0, isGoing: false });
    this.watcher = new IntersectionObserver((entries) => this.see(entries), { root: element, threshold: MOSTLY });
    for (const item of this.items) this.watcher.observe(item);
    for (const taken of ["pointerdown", "wheel"]) element.addEventListener(taken, () => this.stop(), { passive: true });
  }

  get last() {
    return this.items.length - 1;
  }

  /** To this one, or to the end that lies that way; at once where `behavior` is "instant". */
  go(index, behavior = "auto") {
    const to = Math.min(Math.max(index, 0), this.last);
    this.isGoing = to !== this.seen;
    this.element.scrollTo({ left: this.items[to].offsetLeft - this.items[0].offsetLeft, behavior });
    this.turn(to);
  }

  step(by) {
    this.go(this.index + by);
  }

  see(entries) {
    for (const { target, intersectionRatio } of entries) this.shown[intersectionRatio < MOSTLY ? "delete" : "add"](target);
    // While a page is laid out anew, several may be: those that leave again must not be where the strip is left.
    if (this.shown.size !== 1) return;
    this.seen = this.items.indexOf(...this.shown);
    // What is passed on the way to another is not where the strip is.
    if (this.seen === this.index) this.isGoing = false;
    if (!this.isGoing) this.turn(this.seen);
  }

  /** A hand on the strip: it is where it is seen to be. */
  stop() {
    this.isGoing = false;
    this.turn(this.seen);
  }

  turn(index) {
    // Browsers do not load in time what lies beside the edge of a strip.
    for (const near of [index - 1, index, index + 1]) this.items[near]?.querySelector("img")?.setAttribute("loading", "eager");
    if (index === this.index && this.isTold) return;
    Object.assign(this, { index, isTold: true });
    this.turned(index);
  }
}
