/*
 * Which files are in one's library already, by their bytes, before they are sent. One is read after the other, and what is asked of the
 * server is asked together. Browsers hash in secure contexts alone: elsewhere the server finds out when it has the bytes.
 */
import { ask, Refusal } from "./session.js";

const LARGEST = 200 * 1024 * 1024; // bytes that are read into memory at once
const TOGETHER = 100;
const PATIENCE = 60; // milliseconds for which a question waits for others

export class Known {
  waiting = [];
  reading = Promise.resolve();

  /** The id of the same file in the library, or null for none, and where that cannot be told beforehand. Throws a Refusal where
   *  nobody is signed in, NotReadableError. */
  async find(file, signal) {
    if (!crypto.subtle || file.size > LARGEST) return null;
    this.reading = this.reading.catch(() => {}).then(() => (signal.aborted ? null : digestOf(file))); // the fault of another file is told there
    const checksum = await this.reading;
    return checksum && new Promise((resolve, reject) => this.wait({ checksum, resolve, reject }));
  }

  wait(question) {
    clearTimeout(this.timer);
    this.waiting.push(question);
    if (this.waiting.length >= TOGETHER) this.flush();
    else this.timer = setTimeout(() => this.flush(), PATIENCE);
  }

  async flush() {
    const asked = this.waiting.splice(0);
    try {
      const told = { checksums: asked.map(({ checksum }) => checksum) };
      const { results } = await ask("/api/upload/check", { method: "POST", told });
      const ids = new Map(results.map(({ checksum, id }) => [checksum, id]));
      for (const { checksum, resolve } of asked) resolve(ids.get(checksum));
    } catch (error) {
      // But for a session that nobody enters again: what cannot be asked now is found out by sending.
      const isKnown = error instanceof Refusal && error.status !== 401;
      for (const { resolve, reject } of asked) isKnown ? resolve(null) : reject(error);
    }
  }
}

async function digestOf(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
