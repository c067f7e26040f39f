/*
 * <atelier-toggle>: a button that does something or takes it back, where it stands. Without script its form does, and the page
 * comes back.
 *
 *   <atelier-toggle data-api="/api/artworks/…/like" data-failed="That did not work. …">
 *     <form method="post" action="…">
 *       …token…
 *       <button name="liked" value="true" aria-pressed="false">Like <span data-number="like_count">3</span></button>
 *     </form>
 *     <p class="errors" role="alert" hidden></p>
 *   </atelier-toggle>
 *
 * The button's value is what pressing it makes true. In it `data-on` and `data-off` are shown in their state alone; what the API
 * counts is written wherever the element tells it (`tally`). It changes at once, and back where it is refused.
 */
import { post, Refusal, tally } from "./asking.js";

class Toggle extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;  // what it counts is told to those too who have nothing to press
    this.button = this.form.querySelector("button");
    this.trouble = this.querySelector("[role=alert]");
    this.form.addEventListener("submit", (event) => this.press(event));
  }

  async press(event) {
    event.preventDefault();
    if (this.isBusy) return;
    const wanted = this.button.value === "true";
    this.isBusy = true;
    this.say("");
    this.show(wanted);
    try {
      this.settle(await post(this.dataset.api, { [this.button.name]: wanted }, { failed: this.dataset.failed }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.show(!wanted);
      if (error.status === 401) this.form.submit();  // the page leads to signing in
      else this.say(error.message);
    } finally {
      this.isBusy = false;
    }
  }

  get isBusy() {
    return this.button.hasAttribute("aria-busy");
  }

  set isBusy(is) {
    if (is) this.button.setAttribute("aria-busy", "true");
    else this.button.removeAttribute("aria-busy");
  }

  show(is) {
    this.button.value = String(!is);
    if (this.button.hasAttribute("aria-pressed")) this.button.setAttribute("aria-pressed", String(is));
    for (const each of this.button.querySelectorAll("[data-on]")) each.hidden = !is;
    for (const each of this.button.querySelectorAll("[data-off]")) each.hidden = is;
  }

  settle(told) {
    for (const [name, number] of Object.entries(told)) if (Number.isInteger(number)) tally(this, name, number);
  }

  say(words) {
    this.trouble.hidden = !words;
    this.trouble.textContent = words;
  }
}

customElements.define("atelier-toggle", Toggle);
