// The ways on from what has come in: into works, into the library, before the public.
import { post, Refusal } from "./session.js";

const AT_ONCE = 500; // as many as a batch takes
const AT_A_TABLE = 100; // works that are made together, which is as many as an address has room for

export class Onward {
  constructor(queue) {
    this.queue = queue;
    this.section = queue.querySelector("[data-onward]");
    this.works = this.section.querySelector("[data-works]");
    this.told = this.section.querySelector("[role=status]");
    this.button = this.section.querySelector("[data-publish]");
    this.button.addEventListener("click", () => this.publish());
  }

  /** Pictures that came in by this page, each once. */
  get ids() {
    const pictures = this.queue.sendings.filter((each) => each.line.state === "done" && each.isPicture);
    return [...new Set(pictures.map((each) => each.id))];
  }

  /** Those of them that are not public yet. */
  get hidden() {
    const pictures = this.queue.sendings.filter((each) => each.line.state === "done" && each.isPicture && each.entry.wishes.visibility !== "public");
    return [...new Set(pictures.map((each) => each.id))];
  }

  renew() {
    const { ids } = this;
    this.section.hidden = !ids.length || this.queue.isGoing;
    this.button.hidden = !this.hidden.length;
    this.works.textContent = ids.length > AT_A_TABLE ? this.works.dataset.first : this.works.dataset.all;
    this.works.href = `${this.works.dataset.address}?images=${ids.slice(0, AT_A_TABLE).join(",")}`;
  }

  async publish() {
    const { hidden } = this;
    const failed = this.queue.words.failed;
    this.button.disabled = true;
    try {
      for (let from = 0; from < hidden.length; from += AT_ONCE) {
        const told = { operation: "visibility", visibility: "public", image_ids: hidden.slice(from, from + AT_ONCE) };
        await post("/api/images/batch", told, { failed });
      }
      this.queue.sendings.filter((each) => hidden.includes(each.id)).forEach(({ entry }) => { entry.wishes.visibility = "public"; });
      this.told.textContent = this.told.dataset.published;
      this.works.focus();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.told.textContent = error.message;
    } finally {
      this.button.disabled = false;
      this.renew();
    }
  }
}
