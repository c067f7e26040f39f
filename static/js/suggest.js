/*
 * <atelier-suggest>: tags and artists that begin as what is typed, beneath a search field. Without script nothing is missed:
 * the search finds them all the same.
 *
 *   <atelier-suggest data-label="Suggestions" data-tag="Tag" data-artist="Artist" data-found="Suggestions: {number}">
 *     <input type="search" …>
 *   </atelier-suggest>
 *
 * A combobox with a list box (ARIA 1.2): arrows choose, Enter goes there, Escape closes. Nothing is chosen by itself, so that
 * Enter searches as it always does. `/` leads to the field from anywhere on the page where nothing is typed.
 */
const REST = 180;  // milliseconds without a key before anybody is asked
const LEAST = 2;
const MOST = { tags: 5, artists: 3 };
const WORDS = /^[^":()*]{2,60}$/;  // who writes operators knows what they want

class Suggest extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.list = Object.assign(document.createElement("ul"), { className: "suggestions", id: `${this.field.id}_suggestions`, hidden: true });
    this.list.role = "listbox";
    this.list.ariaLabel = this.dataset.label;
    this.status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
    this.append(this.list, this.status);
    this.describe();
    this.field.addEventListener("input", () => this.ask());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());  // the field keeps the focus
    this.list.addEventListener("click", (event) => this.go(event.target.closest("li")));
    this.onKey = (event) => this.lead(event);
    document.addEventListener("keydown", this.onKey);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.remove();
    this.status.remove();
  }

  describe() {
    const { field, list } = this;
    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })
      .forEach(([name, value]) => field.setAttribute(name, value));
  }

  ask() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.field.value.trim();
    if (text.length < LEAST || !WORDS.test(text)) return this.close();
    this.timer = setTimeout(() => this.fetch(text), REST);
  }

  async fetch(text) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    const [tags, artists] = await Promise.all([
      found("/api/tags", { prefix: text, page_size: MOST.tags }, signal),
      found("/api/artists", { search: text, page_size: MOST.artists }, signal),
    ]);
    if (signal.aborted || document.activeElement !== this.field) return;
    this.show([
      ...tags.map((tag) => ({ name: tag.name, kind: this.dataset.tag, href: `/tags/${encodeURIComponent(tag.slug)}` })),
      ...artists.map((artist) => ({ name: artist.artist_name, kind: this.dataset.artist, href: new URL(artist.url).pathname })),
    ]);
  }

  show(suggestions) {
    if (!suggestions.length) return this.close();
    this.list.replaceChildren(...suggestions.map((suggestion, number) => option(suggestion, `${this.list.id}_${number}`)));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.choose(null);
    this.status.textContent = this.dataset.found.replace("{number}", suggestions.length);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.choose(null);
    this.status.textContent = "";
  }

  get chosen() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  choose(item) {
    this.chosen?.setAttribute("aria-selected", "false");
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.field.setAttribute("aria-activedescendant", item.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    if (this.list.hidden || event.isComposing) return;
    const { chosen, list } = this;
    const moves = {
      ArrowDown: () => this.choose(chosen ? chosen.nextElementSibling : list.firstElementChild),
      ArrowUp: () => this.choose(chosen ? chosen.previousElementSibling : list.lastElementChild),
      Escape: () => this.close(),
      ...(chosen && { Enter: () => this.go(chosen) }),
    };
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    moves[event.key]();
  }

  go(item) {
    if (item) location.assign(item.dataset.href);
  }

  lead(event) {
    const { target } = event;
    const types = target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName ?? "");
    if (event.key !== "/" || types || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }
}

/** The first page of a list; nothing where it cannot be had, since the search goes on without. */
async function found(path, query, signal) {
  try {
    const answer = await fetch(`${path}?${new URLSearchParams(query)}`, { signal, headers: { Accept: "application/json" } });
    return answer.ok ? (await answer.json()).results : [];
  } catch {
    return [];
  }
}

function option({ name, kind, href }, id) {
  const item = Object.assign(document.createElement("li"), { id });
  item.role = "option";
  item.setAttribute("aria-selected", "false");
  item.dataset.href = href;
  item.append(
    Object.assign(document.createElement("span"), { textContent: name }),
    Object.assign(document.createElement("span"), { textContent: kind, className: "kind" }),
  );
  return item;
}

customElements.define("atelier-suggest", Suggest);
