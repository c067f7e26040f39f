// Several pictures at once, each a work of its own, with how far it has come.

import { uploadWork } from "../client.js";
import { clear, field, show } from "../form.js";
import { counted, make, tell } from "../making.js";
import { signedIn } from "./entering.js";

export async function uploadView() {
  const rows = make("ol", { class: "queue" });
  const choose = field({ name: "pictures", label: "Pictures", type: "file", multiple: true, accept: "image/*" });
  const publish = make("button", { disabled: true }, "Publish");
  const input = choose.querySelector("input");
  const say = () => { publish.disabled = !waiting(rows).length; };
  input.addEventListener("change", () => {
    rows.append(...[...input.files].map((file) => row(file, say)));
    input.value = "";
    say();
  });
  publish.addEventListener("click", async () => {
    publish.disabled = true;
    await publishAll(rows);
    say();
  });
  return [make("h1", {}, "Upload"), choose, rows, publish];
}

const waiting = (rows) => [...rows.children].filter((each) => each.work);

/** One after the other: each has the whole line, and what is refused keeps none of the others. */
async function publishAll(rows) {
  const begun = waiting(rows);
  for (const each of begun) await send(each);
  const left = begun.filter((each) => each.work).length;
  tell(`${counted(begun.length - left, "work")} published${left ? `, ${left} not: see beside each` : ""}.`);
}

let count = 0;

function row(file, say) {
  const id = `row-${++count}`;
  const title = file.name.replace(/\.\w+$/, "");
  const fields = make("fieldset", {},
    make("legend", {}, file.name),
    field({ id: `${id}-title`, name: "title", label: "Title", value: title, maxlength: 200 }),
    field({ id: `${id}-alt`, name: "alt_text", label: "What the picture shows", hint: "For those who cannot see it." }),
    make("progress", { max: 1, value: 0, "aria-label": `Progress of ${file.name}`, hidden: true }),
    make("p", { class: "fault" }),
    make("button", { class: "quiet", onclick: () => giveUp(item, say) }, "Leave it out"));
  const item = make("li", {}, fields);
  // The key stays the same when it is sent again: a line that broke after the work was made makes no second one.
  item.work = { file, key: newKey(), begun: null };
  return item;
}

async function send(item) {
  const { file, key } = item.work;
  const bar = item.querySelector("progress");
  const value = (name) => item.querySelector(`[name=${name}]`).value;
  const sent = { title: value("title"), alt_text: value("alt_text"), image_file: [file] };
  item.work.begun = new AbortController();
  clear(item);
  bar.hidden = false;
  const progress = (part) => { bar.value = part; };
  try {
    const made = await signedIn(() => uploadWork(sent, { key, progress, signal: item.work.begun.signal }));
    item.work = null;
    item.replaceChildren(make("a", { href: `#/works/${made.id}` }, made.title), " is published.");
  } catch (refusal) {
    if (refusal.name === "AbortError") return;
    bar.hidden = true;
    item.work.key = refusal.status ? newKey() : key; // an answer was given: what is mended is another request
    show(item, refusal);
  }
}

function giveUp(item, say) {
  item.work.begun?.abort();
  item.work = null;
  item.remove();
  say();
}

/** As good as `crypto.randomUUID()`, which exists under HTTPS and on localhost alone. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
