/*
 * <atelier-unread>: the number beside the bell follows what happens, while the page is looked at. Nothing is announced: it waits
 * there until one looks. Without script it is what it was when the page was opened.
 *
 *   <atelier-unread data-address="/api/notifications/count">
 *     <a class="bell" href="/notifications">… <span class="badge" hidden><span class="unseen">unread: </span><span data-number>0</span></span></a>
 *   </atelier-unread>
 *
 * It asks every minute, with the `ETag` of what it was last told: mostly the answer is "not modified", and has no body. It asks
 * nothing of a page that nobody sees, and no more once it is refused: who has signed out elsewhere has no number.
 */
const EVERY = 60_000;
const MOST = 99;

class Unread extends HTMLElement {
  connectedCallback() {
    this.asked = Date.now();
    this.etag = null;
    this.watching = new AbortController();
    document.addEventListener("visibilitychange", () => this.watch(), { signal: this.watching.signal });
    this.watch();
  }

  disconnectedCallback() {
    this.watching.abort();
    clearTimeout(this.timer);
  }

  /** The next question, a minute after the last one; at once where that is past already. */
  watch() {
    clearTimeout(this.timer);
    if (document.hidden || this.watching.signal.aborted) return;
    this.timer = setTimeout(() => this.ask(), Math.max(0, this.asked + EVERY - Date.now()));
  }

  async ask() {
    this.asked = Date.now();
    const answer = await this.answer();
    if (answer?.ok) {
      this.etag = answer.headers.get("ETag");
      this.show((await answer.json()).unread_count);
    }
    if (answer?.status !== 401) this.watch();
  }

  /** What is told now; null where the network fails. */
  async answer() {
    try {
      return await fetch(this.dataset.address, { headers: this.etag ? { "If-None-Match": this.etag } : {} });
    } catch (error) {
      if (error instanceof TypeError) return null;  // what `fetch` throws of a network that fails
      throw error;
    }
  }

  show(count) {
    this.querySelector(".badge").hidden = !count;
    this.querySelector("[data-number]").textContent = count > MOST ? `${MOST}+` : count;
  }
}

customElements.define("atelier-unread", Unread);
