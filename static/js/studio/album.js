/*
 * <atelier-album>: pictures that are let go on another album, out of an <atelier-sorting> with `data-onto`, move there; those too that
 * are chosen with the one that was carried. Without script, and by keys, a field names the album and a button moves.
 *
 *   <atelier-album data-album="…" data-one="{number} picture is in “{name}” now." data-other="…" data-failed="…">
 *     <p class="told" role="status" hidden></p> <p class="refused" role="alert" hidden></p>
 *     <li class="onto" data-id="…" data-name="…">… <span data-tally="…id…" data-one data-other>3 pictures</span></li>
 *     <atelier-choosing>… <atelier-sorting data-onto=".onto">…
 *   </atelier-album>
 */
import { tally } from "../asking.js";
import { post, Refusal } from "./session.js";

class Album extends HTMLElement {
  connectedCallback() {
    this.addEventListener("dropped", (event) => this.move(event.target, event.detail));
  }

  async move(sorting, { id, onto }) {
    const chosen = this.querySelector("atelier-choosing")?.ids ?? [];
    const images = chosen.includes(id) ? chosen : [id];
    const told = { operation: "move", image_ids: images, album_id: onto.dataset.id, from_album_id: this.dataset.album };
    try {
      const { processed } = await post("/api/images/batch", told, { failed: this.dataset.failed });
      this.takeOut(sorting, images);
      this.count(onto, processed);
      this.say("told", this.wordsFor(processed).replace("{name}", onto.dataset.name));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.say("refused", error.message);
    }
  }

  takeOut(sorting, images) {
    for (const id of images) sorting.querySelector(`li[data-id="${id}"]`)?.remove();
    sorting.refresh();
    this.querySelector("atelier-choosing")?.none();
  }

  count(onto, more) {
    const held = onto.querySelector("[data-held]");
    held.dataset.held = Number(held.dataset.held) + more;
    tally(onto, "held", Number(held.dataset.held));
  }

  wordsFor(number) {
    const { lang } = document.documentElement;
    const words = this.dataset[new Intl.PluralRules(lang).select(number)] ?? this.dataset.other;
    return words.replace("{number}", new Intl.NumberFormat(lang).format(number));
  }

  say(kind, words) {
    for (const each of this.querySelectorAll(":scope > .told, :scope > .refused")) {
      each.hidden = !each.classList.contains(kind);
      each.textContent = each.hidden ? "" : words;
    }
  }
}

customElements.define("atelier-album", Album);
