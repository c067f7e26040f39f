/*
 * <atelier-work-batch data-api data-failed>: what is done with the chosen works, first tried and then done, in a dialog.
 *
 *   <atelier-work-batch data-api="/api/artworks/batch" data-failed="…" data-changed-one="{number} work changes" data-changed-other="…" …>
 *     <atelier-choosing><form>… <button name="operation" value="update">…</form></atelier-choosing>
 *     <dialog><form>
 *       <h2></h2> <div class="refused" hidden></div>
 *       <fieldset data-operation="update" data-label="Change them" hidden disabled>…</fieldset> …
 *       <p data-came hidden></p> <button data-try>…</button> <button type="button" data-sure hidden>…</button> <button type="button" data-cancel>…</button>
 *     </form></dialog>
 *   </atelier-work-batch>
 *
 * Without script the buttons lead to a page that asks the same.
 */
import "./moment.js";
import { clearFaults, tellFaults, written } from "./faults.js";
import { ask, Refusal } from "./session.js";

class WorkBatch extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.form = this.dialog.querySelector("form");
    this.choosing = this.querySelector("atelier-choosing");
    this.choosing.addEventListener("submit", (event) => this.open(event));
    this.form.addEventListener("submit", (event) => this.try(event));
    this.form.addEventListener("input", () => this.forget());
    this.form.querySelector("[data-sure]").addEventListener("click", () => this.do());
    this.form.querySelector("[data-cancel]").addEventListener("click", () => this.dialog.close());
  }

  open(event) {
    if (event.submitter?.name !== "operation") return;
    event.preventDefault();
    this.operation = event.submitter.value;
    for (const part of this.form.querySelectorAll("[data-operation]")) {
      part.hidden = part.disabled = part.dataset.operation !== this.operation;
    }
    this.form.querySelector("h2").textContent = this.part.dataset.label;
    const { classList } = this.form.querySelector("[data-sure]");
    classList.toggle("danger", this.operation === "delete");
    this.forget();
    this.dialog.showModal();
  }

  get part() {
    return this.form.querySelector(`[data-operation="${this.operation}"]`);
  }

  /** What was tried is not what is written any more. */
  forget() {
    clearFaults(this.form);
    this.form.querySelector("[data-sure]").hidden = true;
    this.form.querySelector("[data-came]").hidden = true;
    this.form.querySelector(".refused").hidden = true;
  }

  said(dry_run) {
    const fields = [...this.part.elements].filter((field) => field.name).map((field) => [field.name, field]);
    const said = written(fields);
    if (said.status !== "scheduled") delete said.published_at;
    return { ...said, operation: this.operation, artwork_ids: this.choosing.ids, dry_run };
  }

  async send(dry_run) {
    const { api, failed } = this.dataset;
    try {
      return await ask(api, { method: "POST", told: this.said(dry_run), failed });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refuse(error);
      return null;
    }
  }

  async try(event) {
    event.preventDefault();
    this.forget();
    const came = await this.send(true);
    if (!came) return;
    const told = this.form.querySelector("[data-came]");
    told.textContent = this.words(came.results);
    told.hidden = false;
    const sure = this.form.querySelector("[data-sure]");
    sure.hidden = false;
    sure.focus();
  }

  async do() {
    const sure = this.form.querySelector("[data-sure]");
    sure.disabled = true;
    const came = await this.send(false);
    sure.disabled = false;
    if (came) location.reload();
  }

  words(results) {
    const language = document.documentElement.lang;
    const counts = {};
    for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
    return Object.entries(counts).map(([status, number]) => {
      const form = new Intl.PluralRules(language).select(number) === "one" ? "One" : "Other";
      return this.dataset[`${status}${form}`].replace("{number}", new Intl.NumberFormat(language).format(number));
    }).join("; ");
  }

  refuse({ message, faults }) {
    const rest = tellFaults(faults, (attr) => this.part.querySelector(`[name="${CSS.escape(attr)}"]`));
    if (faults.length && !rest.length) return void this.part.querySelector("[aria-invalid]").focus();
    const box = this.form.querySelector(".refused");
    box.textContent = rest[0]?.detail ?? message;
    box.hidden = false;
  }
}

customElements.define("atelier-work-batch", WorkBatch);
