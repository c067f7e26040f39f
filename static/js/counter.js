/*
 * <atelier-counter>: how much more fits into a field, told as it becomes little. Without script the browser ends what is too long.
 *
 *   <atelier-counter data-one="{number} character left" data-other="{number} characters left">
 *     <textarea maxlength="5000"></textarea>
 *   </atelier-counter>
 */
import { tally } from "./asking.js";

const LITTLE = 500;

class Counter extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea");
    this.status = Object.assign(document.createElement("p"), { className: "hint", role: "status" });
    Object.assign(this.status.dataset, { tally: "left", one: this.dataset.one, other: this.dataset.other });
    this.append(this.status);
    this.field.addEventListener("input", () => this.count());
    this.count();
  }

  disconnectedCallback() {
    this.status.remove();
  }

  count() {
    const left = this.field.maxLength - this.field.value.length;
    if (left < LITTLE) tally(this, "left", left);
    else this.status.textContent = "";
  }
}

customElements.define("atelier-counter", Counter);
