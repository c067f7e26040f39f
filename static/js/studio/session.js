/*
 * Asking as who is signed in: where the session has ended meanwhile, signing in comes in between, on the page itself, and what was
 * asked is asked again. The names are those of `asking.js`. Whoever sends in another way (an upload with its progress) calls
 * `signInAgain` where the answer is 401, and sends again where that comes out as true.
 *
 *   <template id="sign-in-again" data-username="ada" data-failed="That did not work. …">
 *     <dialog><form>… input[name=username] input[name=password] [role=alert] button[type=submit] button[data-cancel]</form></dialog>
 *   </template>                                                          the studio's frame brings it; without it a 401 stays one
 */
import { ask as askOnce, Refusal, token } from "../asking.js";

export { Refusal, token };

let underWay = null; // of several requests at once, all wait for one dialog

/** As `asking.js` does. Throws the Refusal of 401 where whoever is asked to sign in again does not. */
export async function ask(address, options = {}) {
  try {
    return await askOnce(address, options);
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 401 && (await signInAgain()))) throw error;
    return askOnce(address, options);
  }
}

/** As `ask`, by POST. */
export function post(address, told, { failed, method = "POST" }) {
  return ask(address, { method, told, failed });
}

/** Whether the person whose page this is is signed in, or signs in now. Throws a Refusal where nobody can say. */
export async function makeSure() {
  const told = await ask("/api/auth/user", { failed: frame()?.dataset.failed }).catch((error) => {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  });
  const known = frame()?.dataset.username;
  return told !== null && (!known || told.username === known || signInAgain());
}

/** True once they are signed in, false where they would rather not. */
export function signInAgain() {
  underWay ??= openDialog().finally(() => (underWay = null));
  return underWay;
}

async function openDialog() {
  const template = frame();
  if (!template) return false;
  const dialog = template.content.cloneNode(true).querySelector("dialog");
  const form = dialog.querySelector("form");
  template.after(dialog);
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    enter(dialog, form, template.dataset.failed);
  });
  dialog.showModal();
  form.elements.password.focus();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === "signed-in";
}

async function enter(dialog, form, failed) {
  const button = form.querySelector("[type=submit]");
  const trouble = form.querySelector("[role=alert]");
  const told = { username: form.elements.username.value, password: form.elements.password.value };
  button.disabled = true;
  trouble.hidden = true;
  try {
    await askOnce("/api/auth/csrf", { failed }); // the cookie may have gone along with the session
    await askOnce("/api/auth/login", { method: "POST", told, failed });
    dialog.close("signed-in");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    trouble.textContent = error.message;
    trouble.hidden = false;
    form.elements.password.select();
  } finally {
    button.disabled = false;
  }
}

function frame() {
  return document.getElementById("sign-in-again");
}
