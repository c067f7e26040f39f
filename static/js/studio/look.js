// The page where artists choose the look of their portfolio: the preview follows each change, the accent is picked, sections are
// moved. Without it a button sends the form to the frame, and numbers say which section comes where.
//
// <atelier-preview data-address="…"> holds the form and the frame; <atelier-order data-up="… {name} …" data-down="…"> a list of rows,
// each with a label and an `input.place`.

const PAUSE = 200; // ms without a change before the frame is asked anew

class Preview extends HTMLElement {
  #waiting = 0;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.frame = this.querySelector("iframe");
    this.querySelector("[data-without-script]").hidden = true;
    this.#pickAccent(this.querySelector(".tinted"));
    this.form.addEventListener("input", () => this.#later());
    // What a browser has kept from before a reload differs from what stands.
    if (this.form.querySelector("[aria-invalid]")) this.show();
  }

  #later() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.show(), PAUSE);
  }

  show() {
    const sent = new FormData(this.form);
    sent.delete("csrfmiddlewaretoken");
    // Replaced, so that "back" leaves the page and does not undo the preview.
    this.frame.contentWindow.location.replace(`${this.dataset.address}?${new URLSearchParams(sent)}`);
  }

  #pickAccent(box) {
    const text = box.querySelector("input");
    const picker = Object.assign(document.createElement("input"), { type: "color", autocomplete: "off" });
    picker.setAttribute("aria-label", box.dataset.label);
    const follow = () => {
      const isColor = /^#[0-9a-f]{6}$/i.test(text.value);
      if (isColor) picker.value = text.value;
      picker.toggleAttribute("data-set", isColor);
    };
    text.addEventListener("input", follow);
    // It bubbles to the form, which then reads the text.
    picker.addEventListener("input", () => {
      text.value = picker.value;
      follow();
    });
    follow();
    box.append(picker);
  }
}

class Order extends HTMLElement {
  connectedCallback() {
    for (const row of this.#rows()) {
      row.querySelector(".place").hidden = true;
      row.append(this.#button(row, "up", -1), this.#button(row, "down", 1));
    }
    this.#number();
  }

  #rows() {
    return [...this.querySelectorAll("li")];
  }

  #button(row, way, step) {
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${this.dataset.icons}#${way}`);
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    icon.append(use);
    const button = Object.assign(document.createElement("button"), { type: "button" });
    const name = row.querySelector("label").textContent.trim();
    button.setAttribute("aria-label", this.dataset[way].replace("{name}", name));
    button.dataset.step = step;
    button.append(icon);
    button.addEventListener("click", () => this.#move(row, step, button));
    return button;
  }

  #move(row, step, button) {
    const rows = this.#rows();
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    this.#number();
    button.focus();
    row.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number() {
    const rows = this.#rows();
    rows.forEach((row, place) => {
      row.querySelector(".place").value = place + 1;
      for (const button of row.querySelectorAll("[data-step]")) {
        button.setAttribute("aria-disabled", String(!rows[place + Number(button.dataset.step)]));
      }
    });
  }
}

customElements.define("atelier-preview", Preview);
customElements.define("atelier-order", Order);
