/*
 * <atelier-rows>: lines of a form that can be added and taken away. Without script the page brings empty ones, and one that is
 * emptied is gone.
 *
 *   <input type="hidden" name="prices-TOTAL_FORMS" value="3">             of Django's form set, in the same fieldset
 *   <atelier-rows data-most="20" data-add="Another line" data-remove="Remove this line">
 *     <ol><li>… <label for="id_prices-0-title">…</label> <input name="prices-0-title" id="id_prices-0-title"> …</li> …</ol>
 *     <template><li>… <input name="prices-__prefix__-title" id="id_prices-__prefix__-title"> …</li></template>
 *   </atelier-rows>
 */
const NUMBERED = ["name", "id", "for", "aria-describedby"];
const NUMBER = /-(?:\d+|__prefix__)-/g;

class Rows extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    this.total = this.closest("fieldset").querySelector('input[name$="-TOTAL_FORMS"]');
    this.foldEmpty();
    for (const row of this.list.children) this.equip(row);
    this.more = this.button(this.dataset.add, () => this.add());
    this.append(this.more);
    this.number();
    this.brought = [...this.list.children];
  }

  /** Whether lines were added or taken away. */
  get isChanged() {
    const { children } = this.list;
    return children.length !== this.brought.length || this.brought.some((row, place) => row !== children[place]);
  }

  disconnectedCallback() {
    this.more.remove();
    for (const button of this.list.querySelectorAll("[data-removes]")) button.remove();
  }

  /** The empty ones at the end are for browsers without script; one stays where there is nothing else. */
  foldEmpty() {
    for (const row of [...this.list.children].slice(1).reverse()) {
      if ([...row.querySelectorAll("input")].some((field) => field.value)) return;
      row.remove();
    }
  }

  /** Another empty line, to be written in at once. */
  add() {
    this.grow(this.list.children.length + 1);
    this.list.lastElementChild.querySelector("input").focus();
  }

  /** Empty lines at the end, until there are so many. */
  grow(many) {
    while (this.list.children.length < Math.min(many, Number(this.dataset.most))) {
      this.list.append(this.querySelector("template").content.cloneNode(true));
      this.equip(this.list.lastElementChild);
    }
    this.number();
  }

  /** So many lines: empty ones come at the end, and those at the end go. */
  fit(many) {
    for (const row of [...this.list.children].slice(many)) row.remove();
    this.grow(many);
  }

  remove(row) {
    const beside = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.number();
    this.dispatchEvent(new Event("change", { bubbles: true }));
    (beside?.querySelector("input") ?? this.more).focus();
  }

  equip(row) {
    const button = this.button(this.dataset.remove, () => this.remove(row));
    button.dataset.removes = "";
    row.append(button);
  }

  button(words, act) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: words });
    button.addEventListener("click", act);
    return button;
  }

  /** The form set knows its lines by numbers without a gap. */
  number() {
    const rows = [...this.list.children];
    rows.forEach((row, index) => {
      for (const element of row.querySelectorAll("*")) {
        for (const name of NUMBERED) {
          const value = element.getAttribute(name);
          if (value) element.setAttribute(name, value.replace(NUMBER, `-${index}-`));
        }
      }
    });
    this.total.value = rows.length;
    this.more.hidden = rows.length >= Number(this.dataset.most);
  }
}

customElements.define("atelier-rows", Rows);
