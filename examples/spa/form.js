// A form whose faults are told where they are.

import { make } from "./making.js";

/** A labelled field: `field({name, label, hint, tag, …})`, what is left over being attributes. */
export function field({ name, label, hint = null, tag = "input", id = `field-${name}`, ...attributes }) {
  const described = hint ? `${id}-hint ${id}-fault` : `${id}-fault`;
  return make("div", { class: "field" },
    make("label", { for: id }, label),
    make(tag, { id, name, "aria-describedby": described, ...attributes }),
    hint && make("p", { id: `${id}-hint`, class: "hint" }, hint),
    make("p", { id: `${id}-fault`, class: "fault" }));
}

/** A form of these fields. `send(values)` does what it is for, and throws a Refusal where that fails: each fault stands at its
 *  field then, what belongs to none above the button, and all that was typed stays. */
export function form({ fields, button, send }) {
  const fault = make("p", { class: "fault", role: "alert" });
  const submit = make("button", {}, button);
  const element = make("form", { novalidate: true }, ...fields, fault, submit);
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    clear(element);
    submit.disabled = true;
    await send(Object.fromEntries(new FormData(element)), element).catch((refusal) => show(element, refusal));
    submit.disabled = false;
    element.querySelector("[aria-invalid]")?.focus();
  });
  return element;
}

/** Takes the faults away that were told within. */
export function clear(element) {
  for (const each of element.querySelectorAll(".fault")) each.textContent = "";
  for (const each of element.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
}

/** Tells within what was refused: at the fields that it names, the rest in the last line for faults. */
export function show(element, refusal) {
  if (refusal.status === undefined) throw refusal; // no refusal but a mistake of the app's own
  const rest = refusal.faults.filter((fault) => !placed(element, fault));
  const isPlaced = rest.length < refusal.faults.length;
  const words = isPlaced ? rest.map((fault) => fault.detail).join(" ") : refusal.message;
  [...element.querySelectorAll(".fault")].at(-1).textContent = words;
}

function placed(element, { attr, detail }) {
  const input = attr && element.querySelector(`[name="${CSS.escape(attr.split(".")[0])}"]`);
  if (!input) return false;
  input.setAttribute("aria-invalid", "true");
  const place = input.closest(".field").querySelector(".fault");
  place.textContent = `${place.textContent} ${detail}`.trim();
  return true;
}
