/*
 * <atelier-hanging data-api="/api/galleries/…/artworks" data-hung data-taken data-failed>: works go from the tray to the wall, by a
 * button or by being carried there, and back by a button. On the wall <atelier-sorting> keeps their order. Without script the
 * buttons send the forms around them.
 *
 *   <atelier-hanging …>
 *     <p data-trouble hidden></p> <p data-status></p>
 *     <form><atelier-sorting …><ol class="hanging-wall"><li data-id data-name>… <button class="take-down">…</button></li></ol></atelier-sorting></form>
 *     <form><ul class="tray-works"><li data-id data-name>… <button class="hang">…</button></li></ul></form>
 *   </atelier-hanging>
 */
import { carry } from "./dragging.js";
import { ask, Refusal } from "./session.js";

const TAKES_THE_POINTER = "input, select, textarea, button, label";

class Hanging extends HTMLElement {
  connectedCallback() {
    this.wall = this.querySelector(".hanging-wall");
    this.tray = this.querySelector(".tray-works");
    this.sorting = this.querySelector("atelier-sorting");
    this.addEventListener("click", (event) => this.click(event));
    this.tray.addEventListener("pointerdown", (event) => this.take(event));
  }

  click(event) {
    const button = event.target.closest(".hang, .take-down");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("li");
    this.attempt(() => (button.matches(".hang") ? this.hang(item) : this.takeDown(item)));
  }

  async attempt(deed) {
    this.querySelector("[data-trouble]").hidden = true;
    try {
      await deed();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const trouble = this.querySelector("[data-trouble]");
      trouble.textContent = error.message;
      trouble.hidden = false;
    }
  }

  /** Before this item of the wall, or last. */
  async hang(item, before = null) {
    const items = [...this.wall.children];
    const position = before ? items.indexOf(before) : items.length;
    const { api, failed } = this.dataset;
    await ask(api, { method: "POST", told: { artwork_id: item.dataset.id, position }, failed });
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.wall.insertBefore(item, before);
    this.settled("hung", item, next?.querySelector(".hang") ?? item.querySelector(".handle"));
  }

  async takeDown(item) {
    const { api, failed } = this.dataset;
    await ask(`${api}/${item.dataset.id}`, { method: "DELETE", failed });
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.tray.prepend(item);
    this.settled("taken", item, next?.querySelector(".take-down") ?? item.querySelector(".hang"));
  }

  settled(what, item, focus) {
    this.sorting.refresh();
    this.querySelector("[data-status]").textContent = this.dataset[what].replace("{name}", item.dataset.name);
    focus?.focus();
  }

  /** By mouse or pen; a finger scrolls the tray, and has the button. */
  take(event) {
    const item = event.target.closest("li");
    if (!item || event.button !== 0 || event.pointerType === "touch" || event.target.closest(TAKES_THE_POINTER)) return;
    carry(event, item, {
      lift: () => this.classList.add("aims"),
      over: (element, x, y) => this.aim(element, x, y),
      drop: () => this.land(item),
      back: () => this.aim(null),
    });
  }

  /** Where it would hang: before the item whose half it is over, else last. */
  aim(element, x, y) {
    this.isOver = Boolean(element?.closest(".hanging-wall, .empty-wall, atelier-sorting"));
    const items = [...this.wall.children];
    const under = this.isOver ? items.find((each) => each.contains(element)) : null;
    const half = under?.getBoundingClientRect();
    this.before = half && x > half.left + half.width / 2 ? under.nextElementSibling : (under ?? null);
    for (const each of items) each.classList.toggle("lands", each === this.before);
    if (!element) this.classList.remove("aims");
  }

  land(item) {
    const { before, isOver } = this;
    this.aim(null);
    if (isOver) this.attempt(() => this.hang(item, before));
  }
}

customElements.define("atelier-hanging", Hanging);
