/*
 * <atelier-more>: the next pages of a list come by themselves as their link draws near. Without script the link leads on.
 *
 *   <atelier-more data-into=".wall" data-brings="{% blocktranslate count … %}24 more works{% plural %}…">
 *     <div class="wall">…</div>
 *     {% include "portfolio/_pages.html" %}       a `.pages` with a link of `rel="next"`, which the last page has not
 *   </atelier-more>
 *   {% block scripts %}<script type="module" src="{% static "js/more.js" %}"></script>{% endblock %}
 *
 * `data-into` is the selector of what holds the things, `.wall` unless said; its children there are put behind those here, and
 * the `.pages` there takes the place of this one. `data-brings` is what a page says of itself when it is put behind another:
 * each page says its own number of things, so that every language has its plural. One to a page.
 */
const NEAR = "800px";
const AT_MOST = 5;  // then the link stays, and the foot of the page can be reached

class More extends HTMLElement {
  connectedCallback() {
    this.left = AT_MOST;
    this.status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
    this.append(this.status);
    this.watcher = new IntersectionObserver(([entry]) => entry.isIntersecting && this.fetchNext(), { rootMargin: NEAR });
    this.watch();
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    this.status.remove();
  }

  get next() {
    return this.querySelector(".pages [rel~=next]");
  }

  /** Observed anew after each page: a link that is still near tells so only once. */
  watch() {
    if (this.left && this.next && !navigator.connection?.saveData) this.watcher.observe(this.next);
  }

  async fetchNext() {
    this.watcher.disconnect();
    this.left -= 1;
    const page = await pageAt(this.next.href);
    const more = page?.querySelector(this.localName);
    if (!more || !this.isConnected) return;  // the link stays, and says itself what is wrong
    this.takeOver(more);
    this.watch();
  }

  takeOver(more) {
    const into = this.dataset.into ?? ".wall";
    const first = more.querySelector(into).firstElementChild;
    const hadFocus = this.querySelector(".pages").contains(document.activeElement);
    this.querySelector(into).append(...more.querySelector(into).children);
    this.querySelector(".pages").replaceWith(more.querySelector(".pages"));
    if (hadFocus) (this.next ?? first?.querySelector("a"))?.focus({ preventScroll: true });
    this.status.textContent = more.dataset.brings ?? "";
  }
}

/** The page at this address; null where it cannot be had, now or at all. */
async function pageAt(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch (error) {
    if (error instanceof TypeError) return null;  // what `fetch` throws of a network that fails
    throw error;
  }
}

customElements.define("atelier-more", More);
