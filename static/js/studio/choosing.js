/*
 * <atelier-choosing>: which of the things of a list are chosen, by mouse, touch and keyboard. Without script they are check boxes,
 * and the form's buttons send them.
 *
 *   <atelier-choosing>
 *     <button type="button" data-choose aria-pressed="false" hidden>Choose</button>            (optional: for who has no mouse)
 *     <form …>
 *       <ul class="choosable"><li>… <input type="checkbox" name="image_ids" value="…"> …</li></ul>     (or tbody and tr)
 *       <div class="chosen-bar" hidden>
 *         <p data-count data-one="{number} chosen" data-other="{number} chosen" role="status"></p>
 *         <button type="button" data-all>All of this page</button> <button type="button" data-none>None</button>       (optional)
 *       </div>
 *     </form>
 *   </atelier-choosing>
 *
 * A click on a box toggles it, with shift all from the last one on. A long press, or `data-choose`, begins choosing: until it ends
 * a tap anywhere on an item chooses it rather than following its link. Keys on a box: arrows, Home and End move, space toggles,
 * shift extends, ctrl or cmd with A takes all, Escape none. Fires `choice` with `detail.ids`; has `ids`, `all()` and `none()`.
 */
import { counted } from "./counting.js";

const HELD = 500;  // milliseconds until a finger that rests means to choose
const STRAYED = 10;  // pixels: more is a scroll
const OWN_CLICKS = "button, input, select, textarea, summary, label";

class Choosing extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const on = (name, does, options = {}) => this.addEventListener(name, (event) => does.call(this, event), { signal, ...options });
    on("click", this.click, { capture: true });
    on("keydown", this.press);
    on("pointerdown", this.touch);
    on("contextmenu", (event) => (this.timer || this.isHeld) && event.preventDefault());
    for (const name of ["pointermove", "pointerup", "pointercancel"]) on(name, this.lift);
    for (const button of this.querySelectorAll("[data-choose]")) button.hidden = false;
    window.addEventListener("pageshow", () => this.tell(), { signal });  // boxes come back as they were left
    this.begin(null);
    this.tell();
  }

  disconnectedCallback() {
    this.listening.abort();
    clearTimeout(this.timer);
  }

  get list() {
    return this.querySelector(".choosable");
  }

  get boxes() {
    return [...this.querySelectorAll('.choosable input[type="checkbox"]:not([disabled])')];
  }

  get ids() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  get isChoosing() {
    return this.hasAttribute("choosing");
  }

  set isChoosing(is) {
    this.toggleAttribute("choosing", is);
    for (const button of this.querySelectorAll("[data-choose]")) button.setAttribute("aria-pressed", String(is));
  }

  all() {
    this.set(() => true);
  }

  none() {
    this.isChoosing = false;
    this.set(() => false);
  }

  set(is) {
    for (const box of this.boxes) box.checked = is(box);
    this.begin(null);
    this.tell();
  }

  /** From this box on `extend` goes; what it leaves again is as it was before. */
  begin(box) {
    this.anchor = box;
    this.before = new Set(this.ids);
  }

  extend(to) {
    const { boxes, anchor } = this;
    const [first, last] = [boxes.indexOf(anchor), boxes.indexOf(to)].sort((a, b) => a - b);
    boxes.forEach((box, index) => {
      box.checked = index >= first && index <= last ? this.before.has(anchor.value) : this.before.has(box.value);
    });
    this.tell();
  }

  toggle(box, { isExtending, is = !box.checked }) {
    if (isExtending && this.anchor && this.boxes.includes(this.anchor)) return this.extend(box);
    box.checked = is;
    this.begin(box);
    this.tell();
  }

  tell() {
    const { ids } = this;
    const bar = this.querySelector(".chosen-bar");
    if (bar) bar.hidden = !ids.length;
    for (const words of this.querySelectorAll("[data-count]")) {
      words.textContent = ids.length ? counted(words.dataset, ids.length) : "";
    }
    const said = ids.join();
    if (said === this.said) return;
    this.said = said;
    this.dispatchEvent(new CustomEvent("choice", { detail: { ids }, bubbles: true }));
  }

  click(event) {
    const { target, shiftKey } = event;
    if (target.closest("[data-choose]")) return this.isChoosing ? this.none() : (this.isChoosing = true);
    if (target.closest("[data-all]")) return this.all();
    if (target.closest("[data-none]")) return this.none();
    const box = this.boxOf(target);
    if (!box) return;
    if (this.isHeld) return this.swallow(event);
    if (target === box) return this.toggle(box, { isExtending: shiftKey, is: box.checked });
    if (!this.isChoosing || target.closest(OWN_CLICKS)) return;
    event.preventDefault();
    this.toggle(box, { isExtending: shiftKey });
  }

  /** The click that ends a long press. */
  swallow(event) {
    this.isHeld = false;
    event.preventDefault();
    event.stopPropagation();
  }

  boxOf(target) {
    const item = this.list?.contains(target) && target.closest("li, tr");
    return item && item.querySelector('input[type="checkbox"]:not([disabled])');
  }

  touch({ target, pointerType, clientX, clientY }) {
    this.isHeld = false;
    const box = pointerType === "touch" && this.boxOf(target);
    if (!box || target === box) return;
    this.at = [clientX, clientY];
    this.timer = setTimeout(() => this.hold(box), HELD);
  }

  hold(box) {
    this.timer = null;
    this.isHeld = this.isChoosing = true;
    this.toggle(box, { is: true });
    navigator.vibrate?.(10);
  }

  lift({ type, clientX, clientY }) {
    const isResting = type === "pointermove" && this.timer && Math.hypot(clientX - this.at[0], clientY - this.at[1]) < STRAYED;
    if (isResting) return;
    clearTimeout(this.timer);
    this.timer = null;
  }

  press(event) {
    if (event.target.closest("dialog")) return;
    if (event.key === "Escape" && (this.ids.length || this.isChoosing)) return this.none();
    const { boxes } = this;
    const at = boxes.indexOf(event.target);
    if (at < 0 || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "a") return;
      event.preventDefault();
      return this.all();
    }
    const to = landing(boxes, at, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (event.shiftKey) this.stretch(event.target, to);
  }

  stretch(from, to) {
    if (!this.boxes.includes(this.anchor)) this.toggle(from, { is: true });
    this.extend(to);
  }
}

/** The box that this key leads to: up and down the one nearest to it in the next row. */
function landing(boxes, at, key) {
  const backward = document.dir === "rtl" ? 1 : -1;
  const along = { ArrowLeft: boxes[at + backward], ArrowRight: boxes[at - backward], Home: boxes[0], End: boxes.at(-1) };
  if (Object.hasOwn(along, key)) return along[key];
  if (key === "ArrowDown") return nearest(boxes[at], boxes.slice(at + 1));
  return key === "ArrowUp" ? nearest(boxes[at], boxes.slice(0, at).reverse()) : undefined;
}

function nearest(from, others) {
  const place = (box) => box.getBoundingClientRect();
  const { top, left, height } = place(from);
  const rows = others.filter((box) => Math.abs(place(box).top - top) >= height);
  const row = rows.filter((box) => Math.abs(place(box).top - place(rows[0]).top) < height);
  const away = (box) => Math.abs(place(box).left - left);
  return row.reduce((best, box) => (best && away(best) <= away(box) ? best : box), undefined);
}

customElements.define("atelier-choosing", Choosing);
