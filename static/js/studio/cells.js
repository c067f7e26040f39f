// The fields of a table as cells: going down, filling down, and pasting what a spreadsheet has.

/** Makes the fields of `table` cells. `words(name, told)` gives the words of a button and of what was done; `tell(words)` tells it. */
export class Cells {
  constructor(table, { words, tell }) {
    Object.assign(this, { table, words, tell, last: new Map() });
    for (const head of table.tHead.querySelectorAll("[data-column]")) head.append(this.filler(head));
    table.addEventListener("keydown", (event) => event.key === "Enter" && this.goDown(event));
    table.addEventListener("paste", (event) => this.paste(event));
    table.addEventListener("focusin", ({ target }) => this.columnOf(target) && this.last.set(this.columnOf(target), target));
  }

  get rows() {
    return [...this.table.tBodies[0].rows];
  }

  get columns() {
    return [...this.table.tHead.querySelectorAll("[data-column]")].map((head) => head.dataset.column);
  }

  columnOf(field) {
    return field.closest("[data-cell]")?.dataset.cell;
  }

  field(row, column) {
    return row?.querySelector(`[data-cell="${column}"] :is(input, select)`);
  }

  filler(head) {
    const column = head.firstChild.textContent;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "fill-down" });
    const name = this.words("fill", { column });
    button.append(Object.assign(document.createElement("span"), { textContent: "↓", ariaHidden: "true" }));
    button.setAttribute("aria-label", name);
    button.title = name;
    button.addEventListener("click", () => this.fillDown(head.dataset.column, column));
    return button;
  }

  /** From the cell that was written in last, or the first, to all below it. */
  fillDown(column, name) {
    const { rows } = this;
    const from = this.last.get(column) ?? this.field(rows[0], column);
    for (const row of rows.slice(rows.indexOf(from.closest("tr")) + 1)) put(this.field(row, column), from.value);
    this.tell(this.words("filled", { column: name, value: from.selectedOptions?.[0].textContent ?? from.value }));
  }

  goDown(event) {
    const column = this.columnOf(event.target);
    if (!column) return;
    event.preventDefault();
    const { rows } = this;
    const step = event.shiftKey ? -1 : 1;
    const to = this.field(rows[rows.indexOf(event.target.closest("tr")) + step], column);
    to?.focus();
    to?.select?.();
  }

  paste(event) {
    const column = this.columnOf(event.target);
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!column || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const { rows, columns } = this;
    const top = rows.indexOf(event.target.closest("tr"));
    text.split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((value, along) => put(this.field(rows[top + down], columns[columns.indexOf(column) + along]), value));
    });
  }
}

/** What cannot be chosen is left as it is. */
function put(field, value) {
  if (!field || field.disabled) return;
  const text = value.trim().replace(/^"(.*)"$/, "$1");
  if (field.tagName === "SELECT") {
    const same = (words) => words.trim().toLowerCase() === text.toLowerCase();
    const option = [...field.options].find((each) => same(each.value) || same(each.textContent));
    if (option) field.value = option.value;
  } else field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
