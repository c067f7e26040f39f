/*
 * <atelier-copy>: a button that copies what stands in a field. Without script the field is there to be copied from by hand, and
 * the button is not.
 *
 *   <atelier-copy data-copied="Copied." data-by-hand="It is chosen: copy it from here.">
 *     <input type="text" readonly value="https://…"> <button type="button" hidden>Copy</button> <span role="status"></span>
 *   </atelier-copy>
 */
class Copy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => this.copy());
  }

  async copy() {
    const field = this.querySelector("input");
    const status = this.querySelector("[role=status]");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = this.dataset.copied;
    } catch {
      status.textContent = this.dataset.byHand;  // it is chosen, and the keyboard copies it
    }
  }
}

customElements.define("atelier-copy", Copy);
