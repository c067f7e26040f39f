/*
 * <atelier-presentation>: what a strip of works that fills the screen (`templates/portfolio/present.html`) gets by script: keys, clicks
 * at either side, full screen, an address for each work, a screen that stays on, and a bar that goes while nothing moves.
 */
import { Strip } from "./strip.js";

const REST = 3000;  // milliseconds
const AWAKE = ["pointermove", "pointerdown", "keydown", "focusin"];
const STEPS = { ArrowLeft: -1, ArrowUp: -1, PageUp: -1, ArrowRight: 1, ArrowDown: 1, PageDown: 1 };

class Presentation extends HTMLElement {
  connectedCallback() {
    this.find = (selector) => this.querySelector(selector);
    this.fillButton = this.find("[data-does=fill]");
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const sign of AWAKE) addEventListener(sign, () => this.wake(), { signal });
    addEventListener("keydown", (event) => this.press(event), { signal });
    document.addEventListener("fullscreenchange", () => this.tellFilled(), { signal });
    document.addEventListener("visibilitychange", () => this.stayOn(), { signal });
    if (this.find(".strip")) this.begin(signal);
    this.fillButton.hidden = !document.fullscreenEnabled;
    this.wake();
    this.stayOn();
  }

  disconnectedCallback() {
    this.listening.abort();
    clearTimeout(this.resting);
  }

  begin(signal) {
    this.strip = new Strip(this.find(".strip"), (index) => this.tell(index));
    this.find(".counter").hidden = false;
    this.fillButton.addEventListener("click", () => this.fill());
    this.strip.element.addEventListener("click", (event) => this.click(event));
    addEventListener("hashchange", () => this.goTo(this.addressed), { signal });
    this.goTo(this.addressed, "instant");
  }

  /** The work that the address names: by its id, as a browser without script reads it too, or by its number from 1. */
  get addressed() {
    const name = location.hash.slice(1);
    return /^\d+$/.test(name) ? Number(name) - 1 : this.strip.items.findIndex((item) => item.id === name);
  }

  goTo(index, behavior) {
    if (index >= 0) this.strip.go(index, behavior);
    else this.strip.turn(this.strip.index);
  }

  tell(index) {
    const item = this.strip.items[index];
    const told = { number: index + 1, total: this.strip.items.length, title: item.querySelector(".title").textContent };
    const put = (words) => words.replace(/\{(\w+)\}/g, (_, name) => told[name]);
    const { counter, position } = this.find(".bar").dataset;
    this.find(".counter").textContent = put(counter);
    if (!this.hasTold) this.hasTold = true;  // nobody has turned yet: the address stays as it is, and nothing is said
    else this.keep(item, put(position));
  }

  keep(item, words) {
    this.find("[role=status]").textContent = words;
    history.replaceState(history.state, "", `#${item.id}`);
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "Escape") this.leave();
    else if (key === "f") this.fill();
    else if (this.strip && this.turnBy(event)) event.preventDefault();
  }

  /** Whether the key turns. */
  turnBy({ key, shiftKey, target }) {
    if (key in STEPS) this.strip.step(STEPS[key]);
    else if (key === "Home") this.strip.go(0);
    else if (key === "End") this.strip.go(this.strip.last);
    else if (key === " " && !target.closest("a, button")) this.strip.step(shiftKey ? -1 : 1);
    else return false;
    return true;
  }

  click({ clientX }) {
    const third = Math.floor((3 * clientX) / innerWidth) - 1;
    if (third) this.strip.step(third);
  }

  /** The key that leaves full screen is the browser's, and does not come here. */
  leave() {
    if (!document.fullscreenElement) location.assign(this.find(".bar a").href);
  }

  fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) document.documentElement.requestFullscreen();
  }

  tellFilled() {
    this.fillButton.ariaPressed = String(Boolean(document.fullscreenElement));
  }

  wake() {
    clearTimeout(this.resting);
    this.classList.remove("resting");
    this.resting = setTimeout(() => this.classList.add("resting"), REST);
  }

  /** Asked for again whenever the page comes back to the front, for it is lost behind. */
  async stayOn() {
    if (document.visibilityState !== "visible") return;
    try {
      await navigator.wakeLock?.request("screen");
    } catch (error) {
      // Refused on a low battery or by a setting: the works are seen all the same, until the screen goes dark.
      if (error.name !== "NotAllowedError") throw error;
    }
  }
}

customElements.define("atelier-presentation", Presentation);
