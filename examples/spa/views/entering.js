// Registering and signing in: as pages, and as a question where something else was being done.

import { register, signIn } from "../client.js";
import { field, form } from "../form.js";
import { make, tell } from "../making.js";
import { Refusal } from "../refusal.js";
import { session } from "../session.js";

const NAMES = { autocapitalize: "none", spellcheck: "false" };

export async function signInView() {
  const other = make("p", {}, "New here? ", make("a", { href: "#/register" }, "Register"), ".");
  return [make("h1", {}, "Sign in"), signInForm("page", home), other];
}

export async function registerView() {
  const send = async (values) => enter(await register(values), home);
  const fields = [
    field({ name: "username", label: "Username", hint: "3 to 30 letters, digits and . _ -", autocomplete: "username", ...NAMES }),
    field({ name: "email", label: "Email", type: "email", autocomplete: "email" }),
    field({ name: "password", label: "Password", type: "password", autocomplete: "new-password" }),
    field({ name: "artist_name", label: "Artist name", hint: "As it stands beside your works; may be empty.", autocomplete: "name" }),
  ];
  return [make("h1", {}, "Register"), form({ fields, button: "Register", send })];
}

function signInForm(place, then) {
  const send = async (values) => enter(await signIn(values), then);
  const fields = [
    field({ id: `${place}-username`, name: "username", label: "Username", autocomplete: "username", ...NAMES }),
    field({ id: `${place}-password`, name: "password", label: "Password", type: "password", autocomplete: "current-password" }),
  ];
  return form({ fields, button: "Sign in", send });
}

function enter({ user }, then) {
  session.person = user;
  then();
  tell(`Welcome, ${user.username}.`);
}

function home() {
  location.hash = "#/";
}

/** Does what needs a person: asks to sign in where nobody is, or is no longer, and goes on then, with all that was typed. Throws
 *  the Refusal of the deed, or one of 401 where the person would rather not sign in. */
export async function signedIn(deed) {
  if (session.person) {
    try {
      return await deed();
    } catch (refusal) {
      if (refusal.status !== 401) throw refusal;
    }
  }
  await ask();
  return deed();
}

function ask() {
  return new Promise((resolve, reject) => {
    const close = make("button", { class: "quiet", onclick: () => dialog.close() }, "Not now");
    const heading = make("h2", { id: "ask" }, "Sign in to go on");
    const dialog = make("dialog", { "aria-labelledby": "ask" }, heading, signInForm("dialog", () => dialog.close("in")), close);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue === "in") resolve();
      else reject(new Refusal({ status: 401, told: { errors: [{ detail: "Sign in first." }] } }, [401]));
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
