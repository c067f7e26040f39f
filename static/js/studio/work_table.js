/*
 * <atelier-work-table data-api="/api/artworks/upload" …>: pictures become works, a row each. Rows that were made stay made; what is
 * wrong is told beside its field, and only what is left is sent again. Without script the whole form is sent, all or nothing.
 *
 *   <atelier-work-table data-api data-failed data-fill="Fill down: {column}" data-filled data-waiting data-making data-done data-wrong data-all-done data-some-done>
 *     <atelier-kept data-key="works"><form>
 *       … [name=way] and what is said of all … 
 *       <table><thead>… <th data-column="title">Title</th> …</thead>
 *       <tbody><tr><th><input type="hidden" name="works-0-image_id"></th> <td data-cell="title">…</td> … <td><span data-state></span><ul data-row-errors></ul></td></tr></tbody></table>
 *       <div class="making" hidden><progress></progress></div> <p data-told hidden></p>
 *     </form></atelier-kept>
 *   </atelier-work-table>
 */
import { Cells } from "./cells.js";
import { clearFaults, tellFaults, written } from "./faults.js";
import { ask, Refusal } from "./session.js";

const NUMBER = /^works-\d+-/;
const ABOUT_ALL = ["status", "published_at", "gallery_id", "category", "license", "is_mature"];
const ENDS_IT = (status) => status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;

class WorkTable extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.kept = this.querySelector("atelier-kept");
    const words = (name, told) => this.words(name, told);
    this.cells = new Cells(this.querySelector("table"), { words, tell: (said) => this.tell(said) });
    this.sent = new WeakMap();
    this.form.addEventListener("submit", (event) => this.run(event));
    this.querySelector(".only-script").hidden = false;
  }

  words(name, told) {
    return this.dataset[name].replace(/\{(\w+)\}/g, (whole, key) => told[key] ?? whole);
  }

  get rows() {
    return this.cells.rows;
  }

  get left() {
    return this.rows.filter((row) => !("made" in row.dataset));
  }

  get isOne() {
    return this.form.querySelector('[name="way"][value="one"]')?.checked ?? false;
  }

  async run(event) {
    event.preventDefault();
    if (this.isRunning) return;
    this.isRunning = true;
    clearFaults(this.form);
    const rows = this.isOne ? this.left.slice(0, 1) : this.left;
    for (const row of rows) this.state(row, "waiting");
    this.querySelector(".making").hidden = false;
    for (const row of rows) if (!(await this.make(row))) break;
    for (const row of rows) if (row.dataset.state === "waiting") this.state(row, "");
    this.isRunning = false;
    this.finish();
  }

  /** Whether to go on with the next. */
  async make(row) {
    this.state(row, "making");
    try {
      const { api, failed } = this.dataset;
      const told = this.body(row);
      const work = await ask(api, { method: "POST", told, failed, headers: { "Idempotency-Key": this.keyFor(row, told) } });
      this.settle(this.isOne ? this.left : [row], work);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.refuse(row, error);
    }
  }

  body(row) {
    const own = [...row.querySelectorAll("[name]")].map((field) => [field.name.replace(NUMBER, ""), field]);
    const all = ABOUT_ALL.map((name) => [name, this.form.elements[name]]);
    const { image_id, ...said } = written([...all, ...own]);
    if (said.status !== "scheduled") delete said.published_at;
    return { title: "", ...said, image_ids: this.isOne ? this.left.map(imageOf) : [image_id] };
  }

  /** The same for the same words: what was sent before a line broke is not made twice. */
  keyFor(row, told) {
    const words = JSON.stringify(told);
    const before = this.sent.get(row);
    if (before?.words === words) return before.key;
    const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    this.sent.set(row, { words, key });
    return key;
  }

  settle(rows, { id, title }) {
    for (const row of rows) {
      row.dataset.made = "";
      const link = Object.assign(document.createElement("a"), { href: `/studio/works/${id}`, textContent: this.dataset.done });
      link.setAttribute("aria-label", `${title}: ${this.dataset.done}`);
      this.state(row, "done");
      row.querySelector("[data-state]").replaceChildren(link);
      for (const field of row.querySelectorAll("input, select")) field.disabled = true;
    }
    this.querySelector("progress").value += rows.length;
    this.number();
  }

  /** A reload is to bring what is left, and what was typed there. */
  number() {
    const { left } = this;
    for (const row of this.rows.filter((each) => !left.includes(each))) {
      for (const field of row.querySelectorAll("[name]")) field.removeAttribute("name");
    }
    left.forEach((row, place) => {
      for (const field of row.querySelectorAll("[name]")) field.name = field.name.replace(NUMBER, `works-${place}-`);
    });
    for (const name of ["TOTAL", "INITIAL"]) this.form.elements[`works-${name}_FORMS`].value = left.length;
    const ids = left.map(imageOf).join();
    const { kept } = this;
    kept.saved?.();
    if (!left.length) return;
    history.replaceState(null, "", `${location.pathname}?images=${ids}`);
    kept.key = `${kept.key.slice(0, kept.key.length - kept.dataset.key.length)}${ids}`;
    kept.dataset.key = ids;
    kept.keep();
  }

  refuse(row, { message, faults, status }) {
    const about = (attr) => this.cells.field(row, attr) ?? (ABOUT_ALL.includes(attr) ? this.field(attr) : null);
    const rest = ENDS_IT(status) || !faults.length ? [{ detail: message }] : tellFaults(faults, about);
    const list = row.querySelector("[data-row-errors]");
    for (const { detail } of rest) {
      const line = Object.assign(document.createElement("li"), { textContent: detail });
      line.dataset.fault = "";
      list.append(line);
    }
    this.state(row, "wrong");
    return !ENDS_IT(status) && !faults.some(({ attr }) => ABOUT_ALL.includes(attr));
  }

  field(name) {
    return this.form.querySelector(`.together [name="${name}"]`);
  }

  state(row, name) {
    row.dataset.state = name;
    row.querySelector("[data-state]").textContent = name ? this.dataset[name] : "";
  }

  finish() {
    const { rows, left } = this;
    const done = rows.length - left.length;
    this.tell(left.length ? this.words("someDone", { done, all: rows.length }) : this.dataset.allDone);
    this.form.querySelector("[type=submit]").disabled = !left.length;
    if (left.length) this.form.querySelector("[aria-invalid=true]")?.focus();
  }

  tell(words) {
    const told = this.querySelector("[data-told]");
    told.textContent = words;
    told.hidden = false;
  }
}

const imageOf = (row) => row.querySelector('[name$="-image_id"]').value;

customElements.define("atelier-work-table", WorkTable);
