/*
 * What is to be sent, kept by the browser until it is: a reload, a crash or a line that is gone for a day costs nothing. Entries and
 * files apart, so that a change of an entry does not write its file again. Where the browser keeps nothing (a private window, say)
 * uploads go all the same, as long as the page is open.
 */
const STORES = ["entries", "files"];
const LIFETIME = 7 * 24 * 60 * 60 * 1000; // milliseconds after which what was given up by closing the window is forgotten

let opened;

function database() {
  opened ??= new Promise((resolve) => {
    const asked = indexedDB.open("atelier-uploads", 1);
    asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = (event) => { event.preventDefault(); resolve(null); };
  });
  return opened;
}

/** One transaction of what `act` does with the stores; what it gives is true once that is written, false where it cannot be. */
async function write(act) {
  const found = await database();
  if (!found) return false;
  return new Promise((resolve) => {
    const transaction = found.transaction(STORES, "readwrite");
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
    act(...STORES.map((name) => transaction.objectStore(name)));
  });
}

/** A file that there is no room for is left out: its entry says where to go on once it is chosen again. */
export async function keep(entry, file) {
  const isWhole = await write((entries, files) => { entries.put(entry, entry.id); files.put(file, entry.id); });
  if (!isWhole) await change(entry);
}

export function change(entry) {
  return write((entries) => entries.put(entry, entry.id));
}

export function drop(id) {
  return write((entries, files) => { entries.delete(id); files.delete(id); });
}

/** The ids of all that a person has not finished, the oldest first. */
export async function unfinished(owner) {
  const found = await read((entries) => entries.getAll(), []);
  const [old, young] = [true, false].map((isOld) => found.filter((each) => each.added < Date.now() - LIFETIME === isOld));
  for (const each of old) drop(each.id);
  return young.filter((each) => each.owner === owner).sort((one, other) => one.added - other.added).map((each) => each.id);
}

/** `[entry, file]` as they are kept now: undefined for what is not. */
export function kept(id) {
  return Promise.all([read((entries) => entries.get(id)), read((_, files) => files.get(id))]);
}

async function read(ask, otherwise) {
  const found = await database();
  if (!found) return otherwise;
  const request = ask(...STORES.map((name) => found.transaction(STORES).objectStore(name)));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Waits until no other window of this browser is at an entry, and keeps them from it until this one closes. In a context that is not
 *  secure there are no locks. */
export function claim(id) {
  if (!navigator.locks) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.locks.request(`atelier-upload-${id}`, () => {
      resolve();
      return new Promise(() => {});
    });
  });
}
