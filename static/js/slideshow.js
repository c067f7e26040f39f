/*
 * <atelier-slideshow>: buttons, arrow keys and "3 / 12" for a strip of works (`templates/portfolio/_slides.html`), which scrolls
 * without it. Nothing moves by itself.
 */
import { Strip } from "./strip.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, previous: -1, next: 1 };

class Slideshow extends HTMLElement {
  connectedCallback() {
    this.bar = this.querySelector(".slides-bar");
    this.counter = this.querySelector(".counter");
    for (const each of this.bar.children) each.hidden = false;
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    this.strip = new Strip(this.querySelector(".strip"), (index) => this.tell(index));
    this.strip.turn(0);
  }

  handleEvent(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = STEPS[event.key ?? event.target.closest("[data-does]")?.dataset.does];
    if (!step) return;
    event.preventDefault();
    this.strip.step(step);
  }

  tell(index) {
    const told = { number: index + 1, total: this.strip.items.length };
    this.counter.textContent = this.bar.dataset.counter.replace(/\{(\w+)\}/g, (_, name) => told[name]);
    const ends = { previous: index === 0, next: index === this.strip.last };
    for (const [name, is] of Object.entries(ends)) this.querySelector(`[data-does=${name}]`).ariaDisabled = String(is);
  }
}

customElements.define("atelier-slideshow", Slideshow);
