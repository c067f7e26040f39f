/*
 * <atelier-tagging>: tags that there are already, beneath a field in which several are typed with commas between. Without script
 * they are typed in full.
 *
 *   <atelier-tagging data-label="Tags that there are" data-found="Suggestions: {number}"><input type="text" …></atelier-tagging>
 *
 * A combobox with a list box (ARIA 1.2): arrows choose, Enter or a click takes the tag, Escape closes.
 */
const REST = 180;  // milliseconds without a key before anybody is asked
const MOST = 6;

class Tagging extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.list = Object.assign(document.createElement("ul"), { className: "suggestions", id: `${this.field.id}_tags`, hidden: true });
    Object.assign(this.list, { role: "listbox", ariaLabel: this.dataset.label });
    this.status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
    this.append(this.list, this.status);
    const told = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(told)) this.field.setAttribute(name, value);
    this.listening = new AbortController();
    const on = (target, name, does) => target.addEventListener(name, does, { signal: this.listening.signal });
    on(this.field, "input", () => this.ask());
    on(this.field, "keydown", (event) => this.press(event));
    on(this.field, "blur", () => this.close());
    on(this.list, "mousedown", (event) => event.preventDefault());  // the field keeps the focus
    on(this.list, "click", (event) => this.take(event.target.closest("li")));
  }

  disconnectedCallback() {
    this.listening.abort();
    this.asking?.abort();
    clearTimeout(this.timer);
    this.list.remove();
    this.status.remove();
  }

  /** The tag that is being typed: what stands behind the last comma. */
  get typed() {
    return this.field.value.split(",").at(-1).trim().toLowerCase();
  }

  get chosen() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  ask() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (!this.typed) return this.close();
    this.timer = setTimeout(() => this.fetch(this.typed), REST);
  }

  async fetch(prefix) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    const answer = await fetch(`/api/tags?${new URLSearchParams({ prefix, page_size: MOST })}`, { signal }).catch(() => null);
    const tags = answer?.ok ? (await answer.json()).results : [];  // without them one types on
    if (!signal.aborted && document.activeElement === this.field) this.show(tags.map((tag) => tag.name));
  }

  show(names) {
    const others = names.filter((name) => name !== this.typed);
    if (!others.length) return this.close();
    this.list.replaceChildren(...others.map((name, number) => option(name, `${this.list.id}_${number}`)));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.choose(null);
    this.status.textContent = this.dataset.found.replace("{number}", others.length);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.choose(null);
    this.status.textContent = "";
  }

  choose(item) {
    this.chosen?.setAttribute("aria-selected", "false");
    item?.setAttribute("aria-selected", "true");
    if (item) this.field.setAttribute("aria-activedescendant", item.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    if (this.list.hidden || event.isComposing) return;
    const { chosen, list } = this;
    const moves = {
      ArrowDown: () => this.choose(chosen?.nextElementSibling ?? list.firstElementChild),
      ArrowUp: () => this.choose(chosen?.previousElementSibling ?? list.lastElementChild),
      Escape: () => this.close(),
      ...(chosen && { Enter: () => this.take(chosen) }),
    };
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  }

  take(item) {
    if (!item) return;
    const before = this.field.value.split(",").slice(0, -1).map((tag) => tag.trim()).filter(Boolean);
    this.field.value = `${[...before, item.textContent].join(", ")}, `;
    this.close();
  }
}

function option(name, id) {
  const item = Object.assign(document.createElement("li"), { id, textContent: name });
  item.role = "option";
  item.setAttribute("aria-selected", "false");
  return item;
}

customElements.define("atelier-tagging", Tagging);
