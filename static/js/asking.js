// Asking the API to do what a form would do without script, and telling in the page's words what it counts.

/** What was refused, in words for people; `status` is 0 where nobody answered, `faults` what the API says of each field:
 *  `{code, detail, attr}`. */
export class Refusal extends Error {
  constructor(words, status, faults = []) {
    super(words);
    Object.assign(this, { status, faults });
  }
}

/** What the API answers, as JSON; `told` is sent to it as JSON, or as it is where it is a form's. Throws a Refusal; `failed` is
 *  said where it tells no words. */
export async function ask(address, { method = "GET", told, failed, headers = {}, signal } = {}) {
  const isForm = told instanceof FormData;
  const kind = told && !isForm ? { "Content-Type": "application/json" } : {};
  const body = told && !isForm ? JSON.stringify(told) : told;
  const sent = { Accept: "application/json", "X-CSRFToken": token(), ...kind, ...headers };
  const answer = await fetch(address, { method, headers: sent, body, signal }).catch((error) => {
    if (error instanceof TypeError) throw new Refusal(failed, 0);  // what `fetch` throws of a network that fails
    throw error;
  });
  const said = answer.headers.get("Content-Type")?.includes("json") ? await read(answer, failed) : null;
  if (answer.ok) return said;
  throw new Refusal(said?.errors?.[0]?.detail ?? failed, answer.status, said?.errors);
}

/** Throws a Refusal where the line breaks within the answer. */
function read(answer, failed) {
  return answer.json().catch((error) => {
    if (error instanceof TypeError || error instanceof SyntaxError) throw new Refusal(failed, 0);
    throw error;
  });
}

/** As `ask`, by POST. */
export function post(address, told, { failed, method = "POST" }) {
  return ask(address, { method, told, failed });
}

/** Of the cookie rather than of a form: whoever signs in anew in another window has another one. */
export function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? "";
}

/** Writes a number wherever `root` tells it: as a figure in `data-number`, none for nothing, in words in `data-tally` with `data-one`, `data-other`. */
export function tally(root, name, number) {
  const language = document.documentElement.lang;
  const figure = new Intl.NumberFormat(language).format(number);
  const form = new Intl.PluralRules(language).select(number);
  for (const each of root.querySelectorAll(`[data-number="${name}"]`)) each.textContent = number ? figure : "";
  for (const each of root.querySelectorAll(`[data-tally="${name}"]`)) {
    each.textContent = (each.dataset[form] ?? each.dataset.other).replace("{number}", figure);
  }
}
