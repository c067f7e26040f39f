// Who is signed in. The site knows by its cookie; this is what the app remembers of it.

import { currentUser } from "./client.js";

let known = null;

/** `person` is `{id, username}`, or null for a visitor; whoever sets it causes `changed()`. */
export const session = {
  changed: () => {},
  get person() { return known; },
  set person(person) {
    known = person;
    this.changed();
  },
};

/** Asks the site who this is, after a reload. */
export async function recall() {
  try {
    session.person = await currentUser();
  } catch (refusal) {
    if (refusal.status !== 401) throw refusal;
  }
}
