/*
 * <atelier-sorting>: a list that is put in order by dragging, by keys or by writing a place. Without script the number fields `.place`
 * and a button of the form around it do.
 *
 *   <atelier-sorting data-api="/api/albums/…/images/order" data-key="image_ids" data-method="PUT" {% include "studio/_sorting_words.html" %}>
 *     <ol>
 *       <li data-id="…" data-name="Dunes">… <input class="place" type="number" name="place-…" value="1"></li>
 *     </ol>
 *     <script type="application/json">{"ahead": ["…"], "behind": []}</script>
 *   </atelier-sorting>
 *
 * `<ul>`, and `<tbody>` of a table whose rows have a `.handle`, do as well. Each item gets a button `.handle` where it has none; a mouse
 * takes the whole item, a finger the handle alone, so that it can scroll. On the handle space lifts and drops, arrows, Home and End
 * move, Escape puts back. The ids that the script of data names are of the order too, and not on this page: an item is sent there by its number
 * alone, and is then gone from the page.
 *
 * After each move the ids of all go to `data-api` under `data-key`; refused, the order that stands comes back and it is said why.
 * Without `data-api` only the fields are numbered. `sorted` (detail {ids}) tells of an order that stands. Where `data-onto` is a
 * selector, items may be let go on such elements anywhere in the page: `dropped` (detail {id, name, onto}) tells of it, and nothing
 * is sorted. Whoever adds or takes items away calls `refresh()`. Looks: css/studio/sorting.css.
 */
import { ask, Refusal } from "./session.js";
import { carry } from "./dragging.js";
import { Order } from "./order.js";

const TAKES_THE_POINTER = "input, select, textarea, button, label, summary, dialog, [contenteditable]";

class Sorting extends HTMLElement {
  connectedCallback() {
    const elsewhere = this.querySelector("script");
    this.order = new Order(this.querySelector("ol, ul, tbody"), elsewhere ? JSON.parse(elsewhere.textContent) : undefined);
    this.status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
    this.trouble = Object.assign(document.createElement("p"), { className: "refused", role: "alert", hidden: true });
    this.prepend(this.status, this.trouble);
    this.addEventListener("pointerdown", (event) => this.take(event));
    this.addEventListener("click", (event) => event.target.closest(".handle") && this.lift(this.itemOf(event)));
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("focusout", (event) => this.lifted && event.target.closest(".handle") && this.drop());
    this.addEventListener("change", (event) => event.target.matches(".place") && this.send(event.target));
    this.refresh();
  }

  itemOf({ target }) {
    const item = target.closest("[data-id]");
    return item?.parentElement === this.order.list ? item : null;
  }

  /** Takes what is in the list now for the order that stands. */
  refresh() {
    for (const item of this.order.items) if (!item.querySelector(".handle")) item.prepend(this.newHandle(item));
    this.standing = this.order.snapshot();
    this.number();
  }

  newHandle(item) {
    const handle = Object.assign(document.createElement("button"), { type: "button", className: "handle" });
    handle.setAttribute("aria-label", this.words("handle", item));
    return handle;
  }

  shift(item, index) {
    this.order.put(item, index);
    this.number();
  }

  number() {
    for (const item of this.order.items) {
      const field = item.querySelector(".place");
      if (field) field.value = this.order.placeOf(item);
    }
  }

  /** The words of `data-<name>` with what they tell of an item in them. */
  words(name, item) {
    const told = { name: item.dataset.name, place: this.order.placeOf(item), all: this.order.ids.length };
    return (this.dataset[name] ?? "").replace(/\{(\w+)\}/g, (whole, key) => told[key] ?? whole);
  }

  say(words) {
    this.status.textContent = words;
    this.trouble.hidden = true;
  }

  // By pointer.

  take(event) {
    const item = this.itemOf(event);
    const isHeld = event.target.closest(".handle") || (event.pointerType === "mouse" && !event.target.closest(TAKES_THE_POINTER));
    if (!item || !isHeld || event.button !== 0) return;
    event.stopPropagation();  // a finger that rests on a handle does not choose
    this.over = null;
    const from = this.order.items.indexOf(item);
    const putBack = () => { this.aim(null); this.shift(item, from); };
    carry(event, item, {
      lift: () => this.lifted && this.drop(),
      over: (element, x, y) => this.hover(item, element, x, y),
      drop: () => this.land(item, putBack),
      back: putBack,
    });
  }

  /** Above something to let go on it is marked; above another item the carried one takes its place, once until that is left. */
  hover(item, element, x, y) {
    this.aim(this.dataset.onto ? element?.closest(this.dataset.onto) ?? null : null);
    const over = this.onto ? null : this.order.at(element, x, y);
    if (over && over !== item && over !== this.over) this.shift(item, this.order.items.indexOf(over));
    this.over = over;
  }

  aim(onto) {
    this.onto?.classList.remove("aimed-at");
    onto?.classList.add("aimed-at");
    this.onto = onto;
  }

  land(item, putBack) {
    const { onto } = this;
    if (!onto) return this.settle(item);
    putBack();  // it hangs where it hung until whoever listens moves it
    this.tell("dropped", { id: item.dataset.id, name: item.dataset.name, onto });
  }

  // By keys.

  lift(item) {
    if (this.lifted) return this.drop();
    this.lifted = { item, from: this.order.items.indexOf(item) };
    item.classList.add("lifted");
    item.querySelector(".handle").setAttribute("aria-pressed", "true");
    this.say(this.words("lifted", item));
  }

  setDown() {
    const { lifted } = this;
    this.lifted = null;
    lifted.item.classList.remove("lifted");
    lifted.item.querySelector(".handle").removeAttribute("aria-pressed");
    return lifted;
  }

  drop() {
    this.settle(this.setDown().item);
  }

  press(event) {
    if (event.target.matches(".place") && event.key === "Enter" && this.dataset.api) {
      event.preventDefault();  // its change is sent, not the form around it
      event.target.blur();
    }
    if (!this.lifted || !event.target.closest(".handle")) return;
    if (event.key === "Escape") this.putBack(event);
    else this.step(event);
  }

  putBack(event) {
    event.stopPropagation();
    const { item, from } = this.setDown();
    this.shift(item, from);
    this.say(this.words("back", item));
  }

  step(event) {
    const { item } = this.lifted;
    const at = this.order.items.indexOf(item);
    const last = this.order.items.length - 1;
    const row = this.order.inARow;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - row, ArrowDown: at + row, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.shift(item, Math.max(0, Math.min(last, to)));
    item.scrollIntoView({ block: "nearest" });
    this.say(this.words("moved", item));
  }

  /** By number: to the place that is written in its field. */
  send(field) {
    const item = field.closest("[data-id]");
    this.order.putAt(item, Math.round(Number(field.value)) || this.order.placeOf(item));
    this.settle(item);
  }

  // What came of it.

  settle(item) {
    this.number();
    this.say(item.isConnected ? this.words("moved", item) : "");
    const now = this.order.snapshot();
    if (now.ids.every((id, place) => id === this.standing.ids[place])) return;
    if (this.dataset.api) this.save(now);
    else this.stand(now);
  }

  stand(order) {
    this.standing = order;
    this.tell("sorted", { ids: order.ids });
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  /** One order at a time; of those that are made meanwhile the last. */
  async save(order) {
    this.wanted = order;
    if (this.isSaving) return;
    this.isSaving = true;
    try {
      while (this.wanted) await this.saveWanted();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.putAllBack(error.message);
    } finally {
      this.isSaving = false;
    }
  }

  async saveWanted() {
    const order = this.wanted;
    this.wanted = null;
    const { api, key, method = "PUT", failed } = this.dataset;
    await ask(api, { method, told: { [key]: order.ids }, failed });
    this.stand(order);
  }

  putAllBack(why) {
    this.wanted = null;
    this.order.restore(this.standing);
    this.number();
    this.say("");
    Object.assign(this.trouble, { textContent: why, hidden: false });
  }
}

customElements.define("atelier-sorting", Sorting);
