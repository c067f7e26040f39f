/*
 * <atelier-moment>: a time that is sent in UTC, written by the clocks of who writes; shown where the form's `status` is
 * `scheduled`. Without script the field stays what it is, in UTC.
 *
 *   <atelier-moment data-words="By your clocks ({zone}).">
 *     <div class="field"><label for="at">…</label> <input type="datetime-local" name="published_at" id="at"> <p class="hint">…</p></div>
 *   </atelier-moment>
 */
class Moment extends HTMLElement {
  connectedCallback() {
    if (this.sent) return;
    this.sent = this.querySelector("input");
    this.shown = this.sent.cloneNode();
    this.shown.removeAttribute("name");
    this.sent.removeAttribute("id");
    this.sent.hidden = true;
    this.sent.after(this.shown);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const hint = this.querySelector(".hint");
    if (hint) hint.textContent = this.dataset.words.replace("{zone}", timeZone);
    this.sent.addEventListener("input", () => this.show());
    this.shown.addEventListener("input", () => this.send());
    const status = this.closest("form").elements.status;
    const fit = () => (this.hidden = status.value !== "scheduled");
    for (const name of ["input", "change"]) status.addEventListener(name, fit);
    fit();
    this.show();
  }

  /** `2026-06-05T21:59` of UTC as the same moment here. */
  show() {
    const moment = new Date(`${this.sent.value}Z`);
    if (Number.isNaN(moment.getTime())) return void (this.shown.value = "");
    const here = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
    this.shown.value = here.toISOString().slice(0, 16);
  }

  send() {
    const moment = new Date(this.shown.value);
    this.sent.value = Number.isNaN(moment.getTime()) ? "" : moment.toISOString().slice(0, 16);
  }
}

customElements.define("atelier-moment", Moment);
