// <atelier-password show="Show" label="Show the password"><input type="password"></atelier-password>
// adds a button that shows what is typed. Before the form goes out it is hidden again: browsers keep texts, and offer them later.

class Password extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input");
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "reveal",
      textContent: this.getAttribute("show"),
      ariaLabel: this.getAttribute("label"),
    });
    const show = (shown) => {
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    };
    button.setAttribute("aria-controls", field.id);
    button.addEventListener("click", () => show(field.type === "password"));
    field.form?.addEventListener("submit", () => show(false));
    show(false);
    this.append(button);
  }
}

customElements.define("atelier-password", Password);
