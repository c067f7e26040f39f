/*
 * Fingers, pens and mice on an element, told as what they do there: `move({ x, y, factor, at })`, since the last move, `factor` above 1
 * where fingers part, `at` their middle; `release({ x, y, time })` when the last is lifted, since the first came down, unless there
 * were ever two; `tapTwice(at)`. Points are counted from the middle of the element, which must have `touch-action: none`.
 */
import { spread } from "./gestures.js";

const TAP = { time: 300, reach: 24 };

export class Pointers {
  constructor(element, tells) {
    Object.assign(this, { element, tells, down: new Map(), tapped: null });
    element.addEventListener("pointerdown", (event) => this.begin(event));
    element.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, (event) => this.end(event));
  }

  begin(event) {
    if (event.button || event.target.closest("a, button")) return;
    event.preventDefault();  // no picture is dragged away, no text is selected; the focus stays where it is
    this.element.setPointerCapture(event.pointerId);
    if (!this.down.size) this.first = { ...this.pointOf(event), time: event.timeStamp, fingers: 0 };
    this.down.set(event.pointerId, this.pointOf(event));
    this.first.fingers = Math.max(this.first.fingers, this.down.size);
  }

  move(event) {
    if (!this.down.has(event.pointerId)) return;
    const before = spread([...this.down.values()]);
    this.down.set(event.pointerId, this.pointOf(event));
    const now = spread([...this.down.values()]);
    const factor = before.distance ? now.distance / before.distance : 1;
    this.tells.move({ x: now.x - before.x, y: now.y - before.y, factor, at: now });
  }

  end(event) {
    if (!this.down.delete(event.pointerId) || this.down.size) return;
    const at = this.pointOf(event);
    const gone = { x: at.x - this.first.x, y: at.y - this.first.y, time: event.timeStamp - this.first.time };
    const isTap = event.type === "pointerup" && this.first.fingers === 1 && isBrief(gone);
    this.tells.release(this.first.fingers === 1 && event.type === "pointerup" ? gone : { ...gone, x: 0, y: 0 });
    this.tapped = isTap ? this.tap({ ...at, time: event.timeStamp }) : null;
  }

  /** What to remember of a tap: nothing of the second of two. */
  tap(now) {
    const before = this.tapped;
    if (!before || !isBrief({ x: now.x - before.x, y: now.y - before.y, time: now.time - before.time })) return now;
    this.tells.tapTwice(now);
    return null;
  }

  pointOf(event) {
    return middled(this.element, event);
  }
}

/** Where an event is, from the middle of the element. */
export function middled(element, event) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
}

const isBrief = ({ x, y, time }) => time < TAP.time && Math.hypot(x, y) < TAP.reach;
