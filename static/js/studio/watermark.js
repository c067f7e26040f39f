/*
 * <atelier-watermark data-address="/studio/watermark/preview" data-failed="…">: within the form, the picture follows each change.
 * The site draws it, by the rules that hold for what others get. Without script a button asks for it.
 *
 * It holds `img[data-preview]`, a hidden `[role=alert]`, sliders each with its `output`, and `[data-without-script]`.
 */
const PAUSE = 250; // ms without a change before the picture is asked for anew
const NOT_DRAWN = ["csrfmiddlewaretoken", "enabled"];

class Watermark extends HTMLElement {
  #waiting = 0;
  #asked = 0;

  connectedCallback() {
    this.form = this.closest("form");
    this.picture = this.querySelector("img[data-preview]");
    this.trouble = this.querySelector("[data-preview] ~ [role=alert]");
    for (const without of this.querySelectorAll("[data-without-script]")) without.hidden = true;
    this.addEventListener("input", (event) => this.follow(event.target));
    for (const slider of this.querySelectorAll("input[type=range]")) this.tell(slider);
  }

  follow(field) {
    if (field.type === "range") this.tell(field);
    if (!this.picture || NOT_DRAWN.includes(field.name)) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.show(), PAUSE);
  }

  tell(slider) {
    slider.parentElement.querySelector("output").textContent = `${slider.value} %`;
  }

  /** The picture that stands stays until the next has come; of several that are asked for, the last is shown. */
  async show() {
    const told = new FormData(this.form);
    for (const name of NOT_DRAWN) told.delete(name);
    const number = ++this.#asked;
    const next = new Image();
    next.src = `${this.dataset.address}?${new URLSearchParams(told)}`;
    this.picture.setAttribute("aria-busy", "true");
    const isDrawn = await next.decode().then(() => true, () => false); // refused: no picture came
    if (number !== this.#asked) return;
    this.picture.removeAttribute("aria-busy");
    this.trouble.textContent = isDrawn ? "" : this.dataset.failed;
    this.trouble.hidden = isDrawn;
    if (isDrawn) this.picture.src = next.src;
  }
}

customElements.define("atelier-watermark", Watermark);
