/*
 * <atelier-facets>: facets that fold out over the page fold in again on Escape, and when one clicks or tabs elsewhere. Without
 * script a facet folds in by its own name, or as another folds out.
 *
 *   <atelier-facets><nav class="facets"><details class="facet" name="facet"><summary>…</summary>…</details>…</nav></atelier-facets>
 */
class Facets extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.foldIn({ returning: true }), { signal });
    for (const name of ["pointerdown", "focusin"]) {
      document.addEventListener(name, (event) => this.open?.contains(event.target) || this.foldIn(), { signal });
    }
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  get open() {
    return this.querySelector("details[open]");
  }

  foldIn({ returning = false } = {}) {
    const { open } = this;
    if (!open) return;
    open.open = false;
    if (returning) open.querySelector("summary").focus();
  }
}

customElements.define("atelier-facets", Facets);
