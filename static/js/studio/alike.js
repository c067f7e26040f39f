/*
 * What is looked after once a file is in the library: the way to it, and whether it looks like another picture there; then both
 * stand side by side under its line (`template[data-alike]`: two `figure`s [data-side=new|old], buttons [data-keep=both|new|old]).
 */
import { sizeOf } from "../sizes.js";
import { isPicture } from "./judging.js";
import { ask, post, Refusal } from "./session.js";
import { portray } from "./thumbnails.js";

export class LookingAfter {
  constructor(queue) {
    this.queue = queue;
    this.looking = Promise.resolve(); // one after the other: those that are sent come first
  }

  see(sending) {
    if (!sending.id) return;
    this.looking = this.looking.then(() => this.look(sending));
  }

  async look(sending) {
    sending.isPicture ??= await isPicture(sending.file, this.queue.taken).catch(() => false); // taken away meanwhile
    sending.line.link(sending.isPicture ? this.queue.words.picture.replace("{id}", sending.id) : this.queue.words.files);
    this.queue.changed();
    if (sending.line.state === "done" && this.isTwice(sending)) sending.become("here");
    if (!sending.isPicture || sending.line.state !== "done") return;
    const image = await this.told(sending.id);
    if (!image) return;
    const canvas = sending.line.part("canvas");
    if (canvas) portray(canvas, image);
    // Found by its bytes while it came in: where the browser does not hash, it is known now.
    if (new Date(image.uploaded_at) < new Date(sending.entry.since)) sending.become("here");
    else if (image.duplicates.length) await this.compare(sending, image);
  }

  /** Whether the same bytes came in by another line too. */
  isTwice({ id, entry }) {
    return this.queue.sendings.some((each) => each.id === id && each.entry !== entry && each.line.state === "done");
  }

  /** Null where it has gone since, or cannot be asked for: then there is nothing to decide. */
  told(id) {
    return ask(`/api/images/${id}`, { failed: this.queue.words.failed }).catch((error) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
  }

  async compare(sending, image) {
    const other = await this.told(image.duplicates[0]);
    if (!other) return;
    const both = this.queue.querySelector("[data-alike]").content.firstElementChild.cloneNode(true);
    show(both.querySelector("[data-side=new]"), image);
    show(both.querySelector("[data-side=old]"), other);
    for (const button of both.querySelectorAll("[data-keep]")) {
      button.addEventListener("click", () => this.decide(sending, both, { new: [image, other], old: [other, image] }[button.dataset.keep]));
    }
    sending.line.element.append(both);
  }

  /** Of `[kept, gone]` the one takes over what the other has; nothing for both. */
  async decide(sending, both, pair) {
    const trouble = both.querySelector("[role=alert]");
    try {
      if (pair) await post(`/api/images/${pair[0].id}/merge`, { image_ids: [pair[1].id] }, { failed: this.queue.words.failed });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      Object.assign(trouble, { textContent: error.message, hidden: false });
      return;
    }
    both.remove();
    sending.line.part(".see").focus();
    if (pair) this.replace(pair[1].id, pair[0].id);
  }

  /** Every line of the one leads to the other now. */
  replace(gone, kept) {
    for (const each of this.queue.sendings.filter(({ id }) => id === gone)) {
      each.id = kept;
      each.line.link(this.queue.words.picture.replace("{id}", kept));
      each.become("merged");
    }
    this.queue.changed();
  }
}

function show(figure, image) {
  const { url, width, height } = image.thumbnails.small;
  Object.assign(figure.querySelector("img"), { src: url, width, height });
  figure.querySelector("[data-name]").textContent = image.title || image.original_filename;
  figure.querySelector("[data-facts]").textContent = `${image.width} × ${image.height}, ${sizeOf(image.file_size)}`;
}
