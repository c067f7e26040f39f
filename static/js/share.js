/*
 * <atelier-share>: passing a work on, by what the browser offers for it where it offers anything; else what folds out copies the
 * address, or opens a mail, where it stands. Without script its form counts the same, and the page comes back with both.
 *
 *   <atelier-share data-api="/api/artworks/…/share" data-title="…" data-copied="…" data-by-hand="…">
 *     <details>
 *       <summary>Share <span data-number="share_count">3</span></summary>
 *       <form>…token… <input readonly value="https://…"> <button name="channel" value="link">…
 *         <button name="channel" value="mail" data-mail="mailto:…">… <p role="status"></p></form>
 *     </details>
 *   </atelier-share>
 */
import { post, Refusal, tally } from "./asking.js";

class Share extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    this.form = this.querySelector("form");
    this.address = this.form.querySelector("input[readonly]");
    this.status = this.form.querySelector("[role=status]");
    this.form.addEventListener("submit", (event) => this.choose(event));
    if (navigator.share) this.querySelector("summary").addEventListener("click", (event) => this.offer(event));
  }

  async choose(event) {
    event.preventDefault();
    const { value, dataset } = event.submitter;
    if (value === "link") await this.copy();
    await this.count(value);
    if (dataset.mail) location.assign(dataset.mail);
  }

  /** The browser's own sheet. Whoever closes it has passed nothing on; where it cannot be had, ours folds out. */
  async offer(event) {
    if (this.details.open) return;
    event.preventDefault();
    try {
      await navigator.share({ title: this.dataset.title, url: this.address.value });
    } catch (error) {
      this.details.open = error.name !== "AbortError";
      return;
    }
    await this.count("sheet");
  }

  async copy() {
    this.address.select();
    try {
      await navigator.clipboard.writeText(this.address.value);
      this.status.textContent = this.dataset.copied;
    } catch {
      this.status.textContent = this.dataset.byHand;  // it is chosen, and the keyboard copies it
    }
  }

  /** What was passed on is passed on, counted or not. */
  async count(channel) {
    try {
      tally(this, "share_count", (await post(this.dataset.api, { channel }, { failed: "" })).share_count);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

customElements.define("atelier-share", Share);
