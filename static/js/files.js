/*
 * <atelier-files>: which files were chosen, how large they are, and what will not be taken, told before anything is sent. Without
 * script the browser shows their number and the server says the rest.
 *
 *   <atelier-files data-largest="104857600" data-most="10" data-too-large="{name} is too large: {size} of at most {largest}."
 *                  data-too-many="At most {most} files at a time.">
 *     <input type="file" multiple>
 *   </atelier-files>
 */
import { sizeOf } from "./sizes.js";

class Files extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.chosen = Object.assign(document.createElement("ul"), { className: "chosen-files" });
    this.faults = Object.assign(document.createElement("p"), { className: "errors" });
    this.faults.setAttribute("role", "alert");
    this.append(this.chosen, this.faults);
    this.field.addEventListener("change", () => this.look());
    this.look();
  }

  disconnectedCallback() {
    this.chosen.remove();
    this.faults.remove();
  }

  /** Lists what is chosen; the form is not sent while something in it cannot be taken. */
  look() {
    const files = [...this.field.files];
    this.chosen.replaceChildren(...files.map((file) => this.line(file)));
    const wrong = this.wrong(files);
    this.faults.textContent = wrong;
    this.field.setCustomValidity(wrong);
  }

  line(file) {
    const size = Object.assign(document.createElement("span"), { className: "hint", textContent: sizeOf(file.size) });
    const line = Object.assign(document.createElement("li"), { textContent: `${file.name} ` });
    line.append(size);
    return line;
  }

  wrong(files) {
    const { largest, most, tooLarge, tooMany } = this.dataset;
    if (files.length > Number(most)) return tooMany.replace("{most}", most);
    const file = files.find((each) => each.size > Number(largest));
    if (!file) return "";
    const told = { name: file.name, size: sizeOf(file.size), largest: sizeOf(Number(largest)) };
    return tooLarge.replace(/\{(name|size|largest)\}/g, (_, name) => told[name]);
  }
}

customElements.define("atelier-files", Files);
