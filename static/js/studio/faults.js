// What the API says of fields, told beside them.

/** Takes back what was told within `root`. */
export function clearFaults(root) {
  for (const each of root.querySelectorAll("[data-fault]")) each.remove();
  for (const field of root.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    if (field.dataset.describedBy) field.setAttribute("aria-describedby", field.dataset.describedBy);
    else field.removeAttribute("aria-describedby");
  }
}

/** Tells each of the faults `{detail, attr}` behind the field that `fieldOf(attr)` gives; gives back those that have none. */
export function tellFaults(faults, fieldOf) {
  const rest = [];
  for (const fault of faults) {
    const field = fieldOf((fault.attr ?? "").split(".")[0]);
    if (field) tell(field, fault.detail);
    else rest.push(fault);
  }
  return rest;
}

let told = 0;

function tell(named, words) {
  const field = named.hidden ? named.nextElementSibling : named;  // that of a moment is written in the one behind it
  const list = Object.assign(document.createElement("ul"), { className: "errors", id: `fault-${(told += 1)}` });
  list.dataset.fault = "";
  list.append(Object.assign(document.createElement("li"), { textContent: words }));
  field.parentElement.append(list);
  field.dataset.describedBy ??= field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), list.id].filter(Boolean).join(" "));
}

/** What is written in the fields of `root` whose `name` passes, without what is empty; tags as a list. */
export function written(fields) {
  const said = {};
  for (const [name, field] of fields) {
    if (field.disabled || (field.type === "radio" && !field.checked)) continue;
    const value = field.type === "checkbox" ? field.checked : field.value.trim();
    if (value === "" || value === false) continue;
    said[name] = name === "tags" ? value.split(",").map((tag) => tag.trim()).filter(Boolean) : value;
  }
  return said;
}
