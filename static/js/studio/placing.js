// Folders in the library as they were on the device, found or made, each once.
import { ask, Refusal } from "./session.js";

export class Folders {
  made = new Map();

  constructor(failed) {
    this.failed = failed;
  }

  /** The id of the folder at this path below `parent` ("" is the top). Throws a Refusal. */
  async at(path, parent) {
    let id = parent;
    for (const name of path) id = await this.within(id, name);
    return id;
  }

  /** Of several files in a new folder at once, all wait for the first. */
  within(parent, name) {
    const key = `${parent}/${name.toLowerCase()}`;
    if (!this.made.has(key)) {
      const making = this.make(parent, name);
      making.catch(() => this.made.delete(key));
      this.made.set(key, making);
    }
    return this.made.get(key);
  }

  async make(parent, name) {
    try {
      return (await ask("/api/folders", { method: "POST", told: { name, parent_id: parent || null }, failed: this.failed })).id;
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 409)) throw error;
      return this.find(parent, name, error);
    }
  }

  async find(parent, name, otherwise) {
    for (let next = "/api/folders?page_size=100"; next; ) {
      const { results, next: more } = await ask(next, { failed: this.failed });
      const found = results.find((each) => (each.parent_id ?? "") === parent && each.name.toLowerCase() === name.toLowerCase());
      if (found) return found.id;
      next = more && new URL(more).pathname + new URL(more).search;
    }
    throw otherwise;
  }
}
