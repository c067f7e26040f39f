/*
 * <atelier-kept data-key="work">: what is typed into the form within it is kept until it was saved: through a reload, an ended
 * session, a line that is down, a server that fails. Passwords and files are not kept, nor what is hidden.
 *
 *   <atelier-kept data-key="work"><form method="post">…</form></atelier-kept>          a key for each form of a page
 *   <template id="typed-is-back"><div role="status">… <button type="button" data-discard>Discard it</button></div></template>
 *   <template id="not-sent"><div role="alert">…</div></template>                            both are in the studio's frame
 *
 * A form that is posted is saved once its page leads on to another (or to itself) without an error. Whoever sends what is typed by
 * script instead (and prevents the submission) calls `saved()` when it was taken; a page that answers the form itself says so by
 * `data-saved`. `discard()` forgets it, and opens the page anew. A form goes to the address of its own page, so that what is
 * kept has one place.
 */
import { makeSure, Refusal, token } from "./session.js";

const NEVER = ["password", "file", "hidden", "submit", "button", "image", "reset"];
const OWN = `kept:${document.getElementById("sign-in-again")?.dataset.username ?? ""}:`;
// Once all that is on the page has come alive, so that it follows what is given back.
const READY = new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else document.addEventListener("DOMContentLoaded", resolve, { once: true });
});
const FAULTS = "[aria-invalid=true], .errors li, .told[role=alert]";
const PATIENCE = 10_000; // milliseconds for which a second click sends nothing: unless it was stopped, it is under way

/** What was sent from the page before, which led here without a word of trouble, has arrived. */
function forgetWhatArrived() {
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival?.type !== "navigate" || !arrival.redirectCount || !document.referrer) return;
  if (document.querySelector(FAULTS)) return;
  const from = new URL(document.referrer).pathname;
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(`${OWN}${from}:`))) {
    if (JSON.parse(sessionStorage[key]).isSent) sessionStorage.removeItem(key);
  }
}

/** The fields of a form whose values are kept, by names that tell those of one name apart. */
function fieldsOf(form) {
  const seen = {};
  const fields = new Map();
  for (const field of form.elements) {
    if (!field.name || NEVER.includes(field.type) || field.tagName === "FIELDSET" || field.tagName === "OUTPUT") continue;
    const number = (seen[field.name] = (seen[field.name] ?? 0) + 1);
    fields.set(isTicked(field) ? `${field.name}=${field.value}` : `${field.name}#${number}`, field);
  }
  return fields;
}

const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

function read(field) {
  if (isTicked(field)) return field.checked;
  return field.multiple && field.options ? [...field.selectedOptions].map((option) => option.value) : field.value;
}

function write(field, value) {
  if (isTicked(field)) field.checked = value;
  else if (Array.isArray(value)) for (const option of field.options) option.selected = value.includes(option.value);
  else field.value = value;
}

class Kept extends HTMLElement {
  #isSure = false;
  #isAsking = false;
  #sentAt = -PATIENCE;
  #found = new WeakMap(); // what the page brought, by field

  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;
    this.key = `${OWN}${location.pathname}:${this.dataset.key ?? ""}`;
    if (this.hasAttribute("data-saved")) this.saved();
    READY.then(() => {
      for (const field of fieldsOf(this.form).values()) this.#found.set(field, JSON.stringify(read(field)));
      this.giveBack();
    });
    this.addEventListener("input", () => this.keep());
    this.addEventListener("change", () => this.keep());
    this.addEventListener("submit", (event) => this.#send(event));
    // Back on the page, from what failed to take it.
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.#sentAt = -PATIENCE;
      if (sessionStorage.getItem(this.key)) this.keep();
    });
  }

  keep(isSent = false) {
    const values = this.#typed();
    try {
      if (values.length) sessionStorage.setItem(this.key, JSON.stringify({ values, isSent }));
    } catch (error) {
      // Where the browser stores nothing (it is full, or forbidden), the form is what it would be without this element.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** `[name, value]` of what is not as the page brought it, or was kept before: the rest may be changed elsewhere meanwhile, and is
   *  not to be put back. Of lines that can be added all, once one of them is changed, and their number by the name of its field. */
  #typed() {
    const before = new Set(this.#stored()?.values.map(([name]) => name));
    const isTyped = ([name, field]) => before.has(name) || this.#found.get(field) !== JSON.stringify(read(field));
    const fields = [...fieldsOf(this.form)];
    const lines = [...this.querySelectorAll("atelier-rows")].filter((rows) =>
      before.has(rows.total.name) || rows.isChanged || fields.some((each) => rows.contains(each[1]) && isTyped(each)));
    const typed = fields.filter((each) => isTyped(each) || lines.some((rows) => rows.contains(each[1])));
    return [...typed.map(([name, field]) => [name, read(field)]), ...lines.map(({ total }) => [total.name, total.value])];
  }

  #stored() {
    return JSON.parse(sessionStorage.getItem(this.key) ?? "null");
  }

  /** It has arrived where it is stored: there is nothing to be given back. */
  saved() {
    sessionStorage.removeItem(this.key);
    this.querySelector(":scope > .kept-back")?.remove();
  }

  discard() {
    sessionStorage.removeItem(this.key);
    location.replace(location.pathname + location.search);
  }

  giveBack() {
    const kept = this.#stored();
    if (!kept) return;
    const isRoomMade = this.#makeRoom(new Map(kept.values));
    const fields = fieldsOf(this.form);
    const changed = kept.values
      .map(([name, value]) => [fields.get(name), value])
      .filter(([field, value]) => field && JSON.stringify(read(field)) !== JSON.stringify(value));
    if (changed.length || isRoomMade) {
      for (const [field, value] of changed) write(field, value);
      for (const [field] of changed) field.dispatchEvent(new Event("input", { bubbles: true }));
      this.closest("details")?.setAttribute("open", "");
      this.#tell("typed-is-back", "kept-back");
    } else if (!this.querySelector(FAULTS)) sessionStorage.removeItem(this.key);
  }

  /** As many lines as there were, where lines can be added (`rows.js`); whether there are others than the page brought. */
  #makeRoom(values) {
    const made = [...this.querySelectorAll("atelier-rows")].filter(({ total }) => values.has(total.name));
    for (const rows of made) rows.fit(Number(values.get(rows.total.name)));
    return made.some((rows) => rows.isChanged);
  }

  async #send(event) {
    const by = event.submitter;
    if (event.defaultPrevented || this.form.getAttribute("method") !== "post" || by?.hasAttribute("formtarget")) return;
    if (this.#isSure) return this.keep(true);
    event.preventDefault();
    if (this.#isAsking || performance.now() - this.#sentAt < PATIENCE) return;
    this.keep();
    this.#isAsking = true;
    const maySend = await this.#ask().finally(() => (this.#isAsking = false));
    if (!maySend) return;
    this.#isSure = true;
    this.form.requestSubmit(by);
    this.#isSure = false;
    this.#sentAt = performance.now();
  }

  /** Whether to send it now: not without a session, nor without a line. */
  async #ask() {
    this.querySelector(":scope > .not-sent")?.remove();
    try {
      if (!(await makeSure())) return false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 0) {
        this.#tell("not-sent", "not-sent");
        return false;
      }
    }
    const field = this.form.elements.csrfmiddlewaretoken;
    if (field) field.value = token() || field.value;
    return true;
  }

  #tell(template, name) {
    const line = document.getElementById(template)?.content.firstElementChild.cloneNode(true);
    if (!line) return;
    line.classList.add(name);
    line.querySelector("[data-discard]")?.addEventListener("click", () => this.discard());
    this.prepend(line);
  }
}

forgetWhatArrived();
customElements.define("atelier-kept", Kept);
