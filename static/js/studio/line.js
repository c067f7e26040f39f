/*
 * A file of the queue as it is seen: a copy of the template's `li`, with `canvas`, `.name`, `.size`, `progress`, `.state`, buttons
 * `[data-do=cancel|retry|remove|choose]` and the link `.see`. `words` say each state; in them stand {sent}, {size}, {time}.
 */
import { sizeOf } from "../sizes.js";
import { draw } from "./thumbnails.js";

const DEEDS = {
  waiting: ["cancel"], looking: ["cancel"], sending: ["cancel"], judging: ["cancel"], lost: ["cancel"], later: ["cancel"],
  absent: ["choose", "remove"], refused: ["retry", "remove"], untaken: ["remove"], cancelled: ["retry", "remove"], done: ["remove"], here: ["remove"], merged: ["remove"],
};
const GOING = new Set(["sending", "judging", "lost", "later"]);

export class Line {
  constructor(template, entry, words) {
    this.element = template.content.querySelector("li").cloneNode(true);
    Object.assign(this, { entry, words, bytes: 0 });
    this.part(".name").textContent = [...entry.path, entry.name].join(" / ");
    this.part(".size").textContent = sizeOf(entry.size);
    this.part("progress").max = entry.size || 1;
    this.part("progress").setAttribute("aria-label", entry.name);
    for (const button of this.element.querySelectorAll("[data-do]")) {
      button.setAttribute("aria-label", button.dataset.label.replace("{name}", entry.name));
    }
  }

  part(selector) {
    return this.element.querySelector(selector);
  }

  /** Draws the picture once it is scrolled to. */
  picture(file) {
    draw(this.part("canvas"), file);
  }

  show(state, { reason = "", time = "" } = {}) {
    this.state = state;
    this.element.dataset.state = state;
    this.said = (reason || this.words[state]).replace("{time}", time);
    this.part("progress").hidden = !GOING.has(state);
    const held = document.activeElement; // asked before: what is hidden loses the focus
    for (const button of this.element.querySelectorAll("[data-do]")) button.hidden = !DEEDS[state].includes(button.dataset.do);
    if (this.element.contains(held) && held.hidden) this.part("[data-do]:not([hidden])")?.focus();
    this.tell();
  }

  progress(bytes) {
    this.bytes = bytes;
    this.part("progress").value = bytes;
    this.tell();
  }

  tell() {
    const told = { sent: sizeOf(this.bytes), size: sizeOf(this.entry.size) };
    this.part(".state").textContent = this.said.replace(/\{(sent|size)\}/g, (_, name) => told[name]);
  }

  /** The way to what came of it. */
  link(address) {
    Object.assign(this.part(".see"), { href: address, hidden: false });
  }
}
