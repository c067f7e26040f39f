/*
 * <atelier-ways>: where the ways of the studio, or of its settings, are wider than the screen, they begin where one is. Without script at the first.
 *
 *   <atelier-ways><nav><ul>… <a aria-current="page">…</a> …</ul></nav></atelier-ways>
 */
class Ways extends HTMLElement {
  connectedCallback() {
    const [ways, here] = [this.querySelector("nav"), this.querySelector("[aria-current]")];
    if (here) ways.scrollLeft = here.offsetLeft - (ways.clientWidth - here.offsetWidth) / 2;
  }
}

customElements.define("atelier-ways", Ways);
