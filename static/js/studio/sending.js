// One file on its way: from being chosen to being in the library, or refused in words.
import { isPicture } from "./judging.js";
import { change, drop, keep } from "./keeping.js";
import { post, Refusal, ask } from "./session.js";
import { newKey, pause, Upload } from "./tus.js";

const IN = new Set(["done", "merged"]);
const OVER = new Set([...IN, "here", "refused", "untaken", "cancelled"]);
const TRIES_TO_FORGET = 5;

export class Sending {
  /** `queue` gives `known`, `folders`, `words`, and hears `changed()`; `line` shows it. */
  constructor(entry, line, queue) {
    Object.assign(this, { entry, line, queue, stop: new AbortController() });
  }

  get isOver() {
    return OVER.has(this.line.state);
  }

  /** What it weighs in the sum of all: nothing, where nothing is sent of it. */
  get size() {
    return ["here", "untaken", "cancelled"].includes(this.line.state) ? 0 : this.entry.size;
  }

  get bytes() {
    return IN.has(this.line.state) ? this.entry.size : Math.min(this.line.bytes, this.size);
  }

  become(state, told) {
    this.line.show(state, told);
    this.queue.changed();
  }

  /** It is to be sent. Whether it is here already is asked while others are sent. */
  wait(file, { isKept = false } = {}) {
    this.file = file;
    this.line.picture(file);
    this.become("waiting");
    if (!isKept) keep(this.entry, file);
    const known = this.entry.address ? Promise.resolve(null) : this.queue.known.find(file, this.stop.signal);
    this.found = known.then((id) => ({ id }), (error) => ({ error }));
  }

  /** Until it is in the library or will not be. */
  async run() {
    const { signal } = this.stop;
    try {
      this.become("looking");
      const { id, error } = await this.found;
      if (error) throw error;
      signal.throwIfAborted();
      await (id ? this.meet(id) : this.send());
    } catch (error) {
      this.fail(error, signal);
    }
  }

  async send() {
    await this.place();
    this.become("sending");
    const id = await new Upload(this.file, this.entry, {
      metadata: { filename: this.entry.name, ...this.entry.wishes },
      signal: this.stop.signal,
      words: this.queue.words,
      told: {
        kept: () => change(this.entry),
        progress: (bytes) => this.progress(bytes),
        waiting: (reason, until) => this.become(reason, { time: until?.toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" }) }),
        again: () => this.become("sending"),
      },
    }).send();
    this.end("done", id);
  }

  progress(bytes) {
    const state = bytes < this.entry.size ? "sending" : "judging";
    this.line.progress(bytes);
    if (this.line.state !== state) this.become(state);
    else this.queue.changed();
  }

  /** In the folder that it lay in. */
  async place() {
    if (!this.entry.path.length || this.entry.isPlaced) return;
    this.entry.wishes.folder_id = await this.queue.folders.at(this.entry.path, this.entry.wishes.folder_id);
    this.entry.isPlaced = true;
    change(this.entry);
  }

  /** What is here already enters the album, as it would have by being sent. */
  async meet(id) {
    const { album_id: album } = this.entry.wishes;
    this.isPicture = await isPicture(this.file, this.queue.taken);
    if (album && this.isPicture) await post(`/api/albums/${album}/images`, { image_ids: [id] }, { failed: this.queue.words.failed });
    this.end("here", id);
  }

  end(state, id) {
    this.id = id;
    drop(this.entry.id);
    this.become(state);
  }

  /** Why it is not here, in words; one that cannot be read any more has to be chosen again. Throws what is nobody's fault but ours. */
  fail(error, signal) {
    if (signal.aborted) return;
    if (error instanceof Refusal) {
      // Where nobody signed in again, or the server is ill, it goes on from where it was.
      if (error.status && error.status < 500 && error.status !== 401) this.startAnew();
      this.hasWrongWish = error.faults.some(({ attr }) => attr in this.entry.wishes);
      const reason = error.status === 401 ? this.queue.words.signedOut : error.message;
      this.become("refused", { reason });
      if (error.status === 401) this.queue.shut(reason);
    } else if (error instanceof DOMException) {
      this.become("absent");
    } else {
      this.become("refused", { reason: this.queue.words.failed });
      throw error;
    }
  }

  startAnew() {
    Object.assign(this.entry, { address: null, key: newKey() });
    this.line.progress(0);
    drop(this.entry.id);
  }

  async cancel() {
    const { address } = this.entry;
    this.stop.abort();
    this.startAnew();
    this.become("cancelled");
    if (address) await this.forget(address);
  }

  /** Gives the room back that the server holds for it. While the broken line is still open there, it answers 423. */
  async forget(address, tries = TRIES_TO_FORGET) {
    try {
      await ask(address, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" }, failed: this.queue.words.failed });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status !== 423 || !tries) return; // what cannot be ended now, the server forgets in time
      await pause(1, new AbortController().signal);
      await this.forget(address, tries - 1);
    }
  }

  /** A wish that was refused, of an album that has gone, say, is put right in the form: then those hold that are written there now. */
  retry() {
    this.stop = new AbortController();
    if (this.hasWrongWish) Object.assign(this.entry, { wishes: this.queue.wishes().wishes, isPlaced: false });
    this.hasWrongWish = false;
    this.wait(this.file);
  }
}
