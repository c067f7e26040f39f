/*
 * <atelier-moving>: things of a list that are carried onto others, as files into folders. Without script, and by keys, a page of each
 * names the place.
 *
 *   <atelier-moving data-moved="{name} is in {place} now." data-failed="…">
 *     <p class="told" role="status" hidden></p> <p class="refused" role="alert" hidden></p>
 *     <a class="onto" data-id="" data-name="…">…</a>                                                  the root has no id
 *     <li data-api="/api/files/…" data-key="folder_id" data-name="notes.pdf">…</li>
 *     <li class="onto" data-id="…" data-api="/api/folders/…" data-key="parent_id" data-name="Letters">…</li>
 *   </atelier-moving>
 *
 * A mouse carries the whole line, a finger its `.handle`, which the script makes. What was moved leaves the list.
 */
import { ask, Refusal } from "./session.js";
import { carry } from "./dragging.js";

const TAKES_THE_POINTER = "input, select, textarea, button, label, summary, dialog";

class Moving extends HTMLElement {
  connectedCallback() {
    for (const item of this.querySelectorAll("[data-api]")) item.prepend(newHandle());
    this.addEventListener("pointerdown", (event) => this.take(event));
  }

  take(event) {
    const item = event.target.closest("[data-api]");
    const isHeld = event.target.closest(".handle") || (event.pointerType === "mouse" && !event.target.closest(TAKES_THE_POINTER));
    if (!item || !isHeld || event.button !== 0) return;
    carry(event, item, {
      lift: () => this.say("told", ""),
      over: (element) => this.aim(element?.closest(".onto")),
      drop: () => this.onto && this.move(item, this.onto),
      back: () => this.aim(null),
    });
  }

  aim(onto) {
    this.onto?.classList.remove("aimed-at");
    onto?.classList.add("aimed-at");
    this.onto = onto ?? null;
  }

  async move(item, onto) {
    this.aim(null);
    const { api, key, name } = item.dataset;
    try {
      await ask(api, { method: "PUT", told: { [key]: onto.dataset.id || null }, failed: this.dataset.failed });
      item.remove();
      this.say("told", this.dataset.moved.replace("{name}", name).replace("{place}", onto.dataset.name));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.say("refused", `${name}: ${error.message}`);
    }
  }

  say(kind, words) {
    for (const each of this.querySelectorAll(":scope > .told, :scope > .refused")) {
      each.hidden = !words || !each.classList.contains(kind);
      each.textContent = each.hidden ? "" : words;
    }
  }
}

/** For fingers alone: who has none uses the form of the thing's own page. */
function newHandle() {
  const handle = Object.assign(document.createElement("span"), { className: "handle" });
  handle.setAttribute("aria-hidden", "true");
  return handle;
}

customElements.define("atelier-moving", Moving);
