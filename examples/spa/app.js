// The app: which view an address shows, and who is here.

import { signOut } from "./client.js";
import { make, tell } from "./making.js";
import { recall, session } from "./session.js";
import { registerView, signInView } from "./views/entering.js";
import { uploadView } from "./views/uploading.js";
import { workView } from "./views/work.js";
import { worksView } from "./views/works.js";

const VIEWS = { "": worksView, works: workView, upload: uploadView, register: registerView, "sign-in": signInView };
const main = document.querySelector("#main");
let turn = 0;

/** `#/works/<id>?x=y` shows VIEWS.works with the id and what is asked. A view is a function that gives its elements, an h1 the
 *  first of them. */
async function show() {
  const mine = ++turn;
  const [path, query] = location.hash.slice(1).split("?");
  const [name = "", argument] = path.split("/").filter(Boolean).map(decodeURIComponent);
  for (const link of document.querySelectorAll("nav a")) mark(link, link.hash === `#/${name}`);
  main.setAttribute("aria-busy", "true");
  const view = VIEWS[name] ?? missing;
  const elements = await view({ argument, query: new URLSearchParams(query) }).catch(failed);
  if (mine !== turn) return; // the person went on meanwhile
  main.replaceChildren(...elements);
  main.removeAttribute("aria-busy");
  const heading = main.querySelector("h1");
  document.title = `${heading.textContent} · Elsewhere`;
  if (turn > 1) Object.assign(heading, { tabIndex: -1 }).focus();
}

function mark(link, isHere) {
  if (isHere) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}

async function missing() {
  return [make("h1", {}, "Nothing is here"), make("p", {}, make("a", { href: "#/" }, "To the works"))];
}

async function failed(refusal) {
  if (refusal.status === undefined) throw refusal; // a mistake of the app's own
  const again = make("button", { onclick: show }, "Try again");
  return [make("h1", {}, refusal.status === 404 ? "It is not here" : "That did not work"), make("p", {}, refusal.message), again];
}

function greet() {
  const { person } = session;
  const ways = person
    ? [make("span", {}, `@${person.username}`), make("button", { class: "quiet", onclick: leave }, "Sign out")]
    : [make("a", { href: "#/sign-in" }, "Sign in"), make("a", { href: "#/register" }, "Register")];
  document.querySelector("#person").replaceChildren(...ways);
}

async function leave() {
  try {
    await signOut();
  } catch (refusal) {
    if (refusal.status !== 401) return tell(refusal.message); // 401: the session had ended before
  }
  session.person = null;
  location.hash = "#/";
  tell("You are signed out.");
  return show();
}

session.changed = greet;
addEventListener("hashchange", show);
// What was told last stays until the person goes on.
document.addEventListener("click", ({ target }) => target.closest("a") && tell(""));
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // its address is no view
  main.focus();
});
await recall().catch((refusal) => tell(refusal.message));
greet();
await show();
