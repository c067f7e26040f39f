/*
 * <atelier-library>: deeds on chosen pictures. Each is looked at first, by the API's `dry_run`, in a dialog that says what it comes
 * to and why not; then it is done, with progress and a way to stop, and told with a way to undo it. Without script the form leads
 * to a page that does the same.
 *
 *   <atelier-library data-api="/api/images/batch" data-ids="/studio/library/ids?…" data-works="/studio/works/new" data-failed="…"
 *       data-most-works="100" data-too-many="…" data-undone="…" data-stopped="…" data-working="{number} of {all}">
 *     <p class="told" hidden role="status"><span data-told></span> <button type="button" data-undo>Undo</button></p>
 *     <atelier-choosing><form>… <select name="operation">, fields with data-of="tag untag" … <button data-everything> …</form></atelier-choosing>
 *     <dialog>
 *       <h2 data-heading></h2> <ul data-outcome></ul> <p class="refused" role="alert" hidden></p> <ul class="few"></ul>
 *       <p data-final hidden>…</p> <progress hidden></progress> <p data-progress role="status"></p>
 *       <button data-confirm>, <button data-leave-out hidden>, <button data-stop hidden>, <button data-close>
 *     </dialog>
 *     <template data-words><p data-status="tagged" data-ahead-one="…" data-ahead-other="…" data-behind-one="…" …></p></template>
 *   </atelier-library>
 *
 * What was done shows at once: the list with its pages (`.shown`) and their number (`.tally`) are fetched anew.
 */
import { deed, look, reversal, run } from "./batches.js";
import { counted } from "./counting.js";
import { ask, Refusal } from "./session.js";

const FEW = 12;
const RENEWED = [".shown", ".tally"];

class Library extends HTMLElement {
  connectedCallback() {
    this.choosing = this.querySelector("atelier-choosing");
    this.form = this.querySelector("form");
    if (!this.form.elements.operation) return;  // nothing is here to be chosen
    this.dialog = this.querySelector("dialog");
    this.choosing.addEventListener("choice", () => (this.everything = null));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.form.elements.operation.addEventListener("change", () => this.fit());
    const on = (name, does) => this.querySelector(`[data-${name}]`)?.addEventListener("click", does.bind(this));
    on("everything", this.chooseEverything);
    on("confirm", this.confirm);
    on("leave-out", this.leaveOut);
    on("stop", () => this.stopping.abort());
    on("close", () => this.dialog.close());
    on("undo", this.undo);
    this.dialog.addEventListener("cancel", (event) => this.stopping && event.preventDefault());
    this.fit();
  }

  get ids() {
    return this.everything?.ids ?? this.choosing.ids;
  }

  part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** The fields that the chosen operation needs, and no others. */
  fit() {
    const { value } = this.form.elements.operation;
    for (const field of this.form.querySelectorAll("[data-of]")) {
      const isOf = field.dataset.of.split(" ").includes(value);
      field.hidden = !isOf;
      for (const control of field.querySelectorAll("input, select")) {
        control.disabled = !isOf;
        control.required = isOf && control.name !== "from_album_id";
      }
    }
  }

  /** Those on other pages too, which no box stands for here. */
  async chooseEverything() {
    try {
      const found = await ask(this.dataset.ids, { failed: this.dataset.failed });
      this.choosing.all();
      this.everything = found;
      for (const words of this.choosing.querySelectorAll("[data-count]")) words.textContent = counted(words.dataset, found.ids.length);
    } catch (error) {
      this.say(reasonOf(error));
    }
  }

  get said() {
    const { operation, album_id, from_album_id, tags, visibility } = this.form.elements;
    const typed = tags.value.split(",").map((tag) => tag.trim()).filter(Boolean);
    const of = {
      copy: { album_id: album_id.value },
      move: { album_id: album_id.value, from_album_id: from_album_id?.value || undefined },
      tag: { tags: typed },
      untag: { tags: typed },
      visibility: { visibility: visibility.value },
    };
    return { operation: operation.value, ...of[operation.value] };
  }

  submit(event) {
    event.preventDefault();
    const { said, ids } = this;
    if (!ids.length) return;
    if (said.operation === "works") return this.makeWorks(ids);
    this.heading = this.form.elements.operation.selectedOptions[0].textContent;
    const album = this.form.elements.album_id.selectedOptions[0];
    this.lookAt(deed(said, ids, album?.dataset.own !== "false"));
  }

  makeWorks(ids) {
    if (ids.length > Number(this.dataset.mostWorks)) return this.say(this.dataset.tooMany);
    location.assign(`${this.dataset.works}?images=${ids.join()}`);
  }

  async lookAt(what) {
    this.what = what;
    this.show();
    await this.work(async (options) => this.foresee(await look(this.dataset.api, what, options)));
  }

  show() {
    this.part("heading").textContent = this.heading;
    this.part("outcome").replaceChildren();
    this.querySelector(".few").replaceChildren();
    this.refuse("");
    for (const name of ["confirm", "leave-out", "final"]) this.part(name).hidden = true;
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** Works on it with progress, until it is done or stopped; tells in the dialog why not. */
  async work(does) {
    this.stopping = new AbortController();
    const tell = (number, all) => this.progress(number, all);
    this.progress(0, 1);
    try {
      await does({ failed: this.dataset.failed, signal: this.stopping.signal, tell });
    } catch (error) {
      this.refuse(reasonOf(error), error);
    } finally {
      this.stopping = null;
      this.progress(0, 0);
    }
  }

  progress(number, all) {
    const isLong = all > 1;
    const bar = this.querySelector("progress");
    this.dialog.setAttribute("aria-busy", String(all > 0));
    bar.hidden = this.part("stop").hidden = !isLong;
    this.part("close").disabled = all > 0;
    Object.assign(bar, { value: number, max: all || 1 });
    this.part("progress").textContent = isLong ? this.dataset.working.replace("{number}", number).replace("{all}", all) : "";
  }

  foresee(statuses) {
    this.part("outcome").replaceChildren(...this.lines(statuses, "ahead"));
    const changed = [...statuses].filter(([status]) => status !== "unchanged").flatMap(([, ids]) => ids);
    this.querySelector(".few").replaceChildren(...changed.slice(0, FEW).map((id) => this.picture(id)));
    this.part("confirm").hidden = !changed.length;
    const isFinal = this.what.said.operation === "delete";
    this.part("final").hidden = !isFinal;
    this.part("confirm").classList.toggle("danger", isFinal);
    this.part(changed.length ? "confirm" : "close").focus();
  }

  lines(statuses, tense) {
    const words = this.querySelector("[data-words]").content;
    return [...statuses].map(([status, ids]) => {
      const { dataset } = words.querySelector(`[data-status="${status}"]`);
      const forms = { one: dataset[`${tense}One`], other: dataset[`${tense}Other`] };
      return Object.assign(document.createElement("li"), { textContent: counted(forms, ids.length) });
    });
  }

  picture(id) {
    const there = this.querySelector(`.choosable [data-id="${id}"] img`);
    const src = there?.currentSrc || `/api/images/${id}/thumbnail?size=square`;
    const image = Object.assign(new Image(96, 96), { src, alt: there?.alt ?? "" });
    const item = document.createElement("li");
    item.append(image);
    return item;
  }

  async confirm() {
    const { what } = this;
    this.part("confirm").hidden = true;
    await this.work(async (options) => {
      const { signal } = options;
      const back = await reversal(this.dataset.api, what, options);
      this.settle(await run(this.dataset.api, [what], options), { back, isStopped: signal.aborted });
    });
    this.part("confirm").hidden = !this.isLost;  // nobody answered: the same can be asked again
  }

  async undo() {
    const { back } = this;
    this.heading = this.part("undo").textContent;
    this.show();
    await this.work(async (options) => {
      await run(this.dataset.api, back, options);
      this.settle(new Map(), { words: this.dataset.undone });
    });
  }

  /** What was done, told where one sees it, with the list as it is now. */
  settle(statuses, { back = null, isStopped = false, words = "" } = {}) {
    const told = this.lines(statuses, "behind").map((line) => line.textContent);
    this.back = back?.some(({ ids }) => ids.length) ? back : null;
    this.say([...told, words, isStopped ? this.dataset.stopped : ""].filter(Boolean).join(" "));
    this.dialog.close();
    this.choosing.none();
    this.renew();
  }

  say(words) {
    const line = this.querySelector(".told");
    line.hidden = !words;
    this.part("told").textContent = words;
    this.part("undo").hidden = !this.back;
    if (words) line.scrollIntoView({ block: "nearest" });
  }

  refuse(words, error) {
    const line = this.dialog.querySelector(".refused");
    line.hidden = !words;
    line.textContent = words;
    this.isLost = error?.status === 0;
    if (!error) return;
    if (error.done?.size) this.part("outcome").replaceChildren(...this.lines(error.done, "behind"));
    this.part("leave-out").hidden = error.faults?.[0]?.code !== "in_use";
    if (error.done?.size) this.renew();
  }

  /** Without those that works show, which are not deleted. */
  leaveOut() {
    const onPage = [...this.querySelectorAll(".choosable [data-shown]")].map((item) => item.dataset.id);
    const shown = new Set(this.everything?.shown ?? onPage);
    const rest = this.what.ids.filter((id) => !shown.has(id));
    if (rest.length) this.lookAt(deed(this.what.said, rest));
    else this.dialog.close();
  }

  async renew() {
    const answer = await fetch(location.href).catch(() => null);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page?.querySelector(".shown")) return location.reload();  // a page that is not there any more says so itself
    for (const each of RENEWED) {
      const [here, there] = [this.querySelector(each), page.querySelector(each)];
      if (here && there) here.replaceWith(there);
    }
    this.choosing.tell();
  }
}

function reasonOf(error) {
  if (error instanceof Refusal) return error.message;
  throw error;
}

customElements.define("atelier-library", Library);
