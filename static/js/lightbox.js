/*
 * <atelier-lightbox>: pictures that fill the screen at a click. Without script, or with a key held, their links lead where they lead.
 *
 *   <atelier-lightbox>
 *     <a href="…"><img srcset="… 320w, … 2048w" sizes="…" alt="…" width="…" height="…"></a> …
 *   </atelier-lightbox>
 *   {% include "portfolio/_lightbox.html" %}       once a page: what the dialog is made of, in the reader's language
 *   {% block styles %}<link rel="stylesheet" href="{% static "css/viewing.css" %}">{% endblock %}
 *   {% block scripts %}<script type="module" src="{% static "js/lightbox.js" %}"></script>{% endblock %}
 *
 * Each link around an `img` is a picture; walls (`_wall.html`) serve as they are, and what is veiled has no `img`. A link may say
 *   data-caption   what stands beneath: otherwise its `.title`, or the words of the `img`
 *   data-page      where the caption leads: otherwise where the link does; empty for nowhere, on that very page
 *   data-full      the address of a copy with more detail than the `srcset` has, loaded only when it shows
 *   data-width, data-height   the pixels of the finest copy: otherwise those of the largest in the `srcset`
 */
import { Viewer } from "./viewer.js";

class Lightbox extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    const links = [...this.querySelectorAll("a[href]")].filter((link) => link.querySelector("img"));
    const index = links.indexOf(event.target.closest("a"));
    if (index < 0 || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.viewer ??= new Viewer(document.getElementById("lightbox"));
    this.viewer.open(links.map(pictureOf), index, links[index]);
  }
}

function pictureOf(link) {
  const img = link.querySelector("img");
  const { caption, page, full, width, height } = link.dataset;
  const copies = img.srcset.split(", ").filter(Boolean).map((copy) => copy.split(" "));
  const [, widest] = copies.at(-1) ?? ["", `${img.width}w`];
  const pixels = Number(width) || parseInt(widest, 10);
  const ratio = img.naturalWidth ? img.naturalWidth / img.naturalHeight : Number(img.getAttribute("width")) / Number(img.getAttribute("height"));
  return {
    alt: img.alt,
    caption: caption ?? link.querySelector(".title")?.textContent ?? img.alt,
    page: page ?? link.href,
    quick: img.currentSrc || img.src,
    copies: img.srcset || img.src,
    full: full && pixels > parseInt(widest, 10) ? `${full} ${pixels}w` : "",
    width: pixels,
    height: Number(height) || pixels / ratio,
    isClear: Boolean(link.querySelector(".clear")),
  };
}

customElements.define("atelier-lightbox", Lightbox);
