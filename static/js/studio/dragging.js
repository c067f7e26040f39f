// A thing that is carried by mouse, pen or finger, apart from what comes of it.

const SLACK = 6;  // pixels that a press may tremble before it is a drag
const EDGE = 88;  // from the upper and lower edge of the window: nearer, the page scrolls along
const FASTEST = 18;  // pixels a frame

/** Carries `item` from this `pointerdown` on: its slot stays where it is in the page, and what is in it follows the pointer by the
 *  custom properties `--x` and `--y` (see studio/sorting.css). `lift()` is called when it is a drag and no click, `over(element, x, y)`
 *  with what lies under the pointer, then either `drop()` or, where Escape or the system takes the drag away, `back()`. */
export function carry(down, item, tasks) {
  new Carrying(down, item, tasks).listen();
}

class Carrying {
  constructor(down, item, { lift, over, drop, back }) {
    const slot = item.getBoundingClientRect();
    Object.assign(this, { down, at: down, item, lift, over, drop, back, isLifted: false });
    this.grip = { x: down.clientX - slot.left, y: down.clientY - slot.top };
    this.heard = new AbortController();
  }

  listen() {
    const { signal } = this.heard;
    const hear = (name, told, options) => addEventListener(name, told, { signal, ...options });
    hear("pointermove", (event) => this.isMine(event) && this.move(event));
    hear("pointerup", (event) => this.isMine(event) && this.end(this.drop));
    hear("pointercancel", (event) => this.isMine(event) && this.end(this.back));
    hear("keydown", (event) => this.press(event), { capture: true });
    // The browser's own dragging of links and pictures, and its choosing of text, would take the pointer away.
    hear("dragstart", (event) => event.preventDefault());
    hear("selectstart", (event) => event.preventDefault());
  }

  isMine(event) {
    return event.pointerId === this.down.pointerId;
  }

  move(event) {
    this.at = event;
    if (this.isLifted || Math.hypot(event.clientX - this.down.clientX, event.clientY - this.down.clientY) < SLACK) return;
    this.isLifted = true;
    this.item.classList.add("carried");
    document.documentElement.classList.add("carrying");
    this.lift();
    this.frame = requestAnimationFrame(() => this.tick());
  }

  press(event) {
    if (event.key !== "Escape" || !this.isLifted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.end(this.back);
  }

  tick() {
    scrollBy({ top: pull(this.at.clientY, innerHeight), behavior: "instant" });
    this.follow();
    this.frame = requestAnimationFrame(() => this.tick());
  }

  /** The slot may have moved in the page meanwhile, or the page under the pointer. */
  follow() {
    const { clientX: x, clientY: y } = this.at;
    this.over(document.elementFromPoint(x, y), x, y);
    const slot = this.item.getBoundingClientRect();
    this.item.style.setProperty("--x", `${x - this.grip.x - slot.left}px`);
    this.item.style.setProperty("--y", `${y - this.grip.y - slot.top}px`);
  }

  end(how) {
    this.heard.abort();
    if (!this.isLifted) return;
    if (how === this.drop) this.follow();  // the last movement may not have been drawn
    cancelAnimationFrame(this.frame);
    document.documentElement.classList.remove("carrying");
    this.item.classList.remove("carried");
    for (const name of ["--x", "--y"]) this.item.style.removeProperty(name);
    swallowClick();
    how();
  }
}

/** Letting go of a link that was carried must not follow it. */
function swallowClick() {
  const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
}

/** How far the page scrolls in this frame for a pointer at `y`, in pixels: faster nearer the edge. */
function pull(y, height) {
  if (y < EDGE) return -FASTEST * Math.min(1, (EDGE - y) / EDGE);
  if (y > height - EDGE) return FASTEST * Math.min(1, (y - height + EDGE) / EDGE);
  return 0;
}
