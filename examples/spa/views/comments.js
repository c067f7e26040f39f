// What people say about a work.

import { comment, listComments } from "../client.js";
import { field, form } from "../form.js";
import { make, tell } from "../making.js";
import { signedIn } from "./entering.js";

const MOMENT = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** The comments of this work, the newest first, and a form for one more where it takes them. */
export async function conversation(work) {
  const list = make("ol", { class: "comments" });
  const more = make("button", { class: "quiet" }, "Older comments");
  let cursor = "";
  const fill = async () => {
    const { results, next } = await listComments(work.id, cursor);
    list.append(...results.map(thread));
    cursor = next && new URL(next).searchParams.get("cursor");
    more.hidden = !next;
  };
  more.addEventListener("click", () => fill().catch((refusal) => tell(refusal.message)));
  await fill();
  const closed = make("p", { class: "hint" }, "The artist takes no comments here.");
  return make("section", { "aria-labelledby": "comments" },
    make("h2", { id: "comments" }, "Comments"), work.comments_open ? writing(work, list) : closed, list, more);
}

function writing(work, list) {
  const text = field({ name: "comment_text", label: "Your comment", tag: "textarea", rows: 3, maxlength: 5000 });
  const send = async (values, element) => {
    list.prepend(said(await signedIn(() => comment(work.id, values.comment_text))));
    element.reset();
    tell("Your comment stands.");
  };
  return form({ fields: [text], button: "Say it", send });
}

function thread(first) {
  const replies = make("ol", {}, ...first.replies.map(said));
  const item = said(first);
  if (first.replies.length) item.append(replies);
  return item;
}

function said({ commenter, comment_text, created_at, is_deleted }) {
  const name = commenter ? commenter.artist_name || commenter.username : "Someone";
  const time = make("time", { datetime: created_at }, MOMENT.format(new Date(created_at)));
  return make("li", {},
    make("p", { class: "hint" }, make("b", {}, name), " ", time),
    make("p", { class: "written" }, is_deleted ? "This comment is gone." : comment_text));
}
