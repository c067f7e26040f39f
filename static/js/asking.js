// Asking the API to do what a form would do without script, and telling in the page's words what it counts.

/** What was refused, in words for people; `status` is 0 where nobody answered. */
export class Refusal extends Error {
  constructor(words, status) {
    super(words);
    this.status = status;
  }
}

/** What the API answers to `told`, sent with the token of this form. Throws a Refusal; `failed` is said where it tells no words. */
export async function post(address, told, { form, failed, method = "POST" }) {
  const token = form.elements.csrfmiddlewaretoken.value;
  const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token };
  const answer = await fetch(address, { method, headers, body: JSON.stringify(told) }).catch((error) => {
    if (error instanceof TypeError) throw new Refusal(failed, 0);  // what `fetch` throws of a network that fails
    throw error;
  });
  if (answer.ok) return answer.json();
  throw new Refusal(await wordsOf(answer) ?? failed, answer.status);
}

async function wordsOf(answer) {
  if (!answer.headers.get("Content-Type")?.includes("json")) return null;
  return (await answer.json()).errors?.[0]?.detail ?? null;
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
