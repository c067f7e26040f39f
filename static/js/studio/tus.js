/*
 * One file sent by the tus protocol (`/api/uploads`), as often as it takes: a lost line is waited for and gone on with where the
 * server says it was, a session that has ended is entered again, a limit is waited out. XMLHttpRequest rather than fetch: only
 * that tells how much of a body has gone.
 */
import { Refusal, signInAgain, token } from "./session.js";

const ROUTE = "/api/uploads";
const PIECE = 4 * 1024 * 1024; // a small file goes with its announcement, in one request
const SILENCE = 45_000; // milliseconds without a byte gone after which a line is taken for lost
const LONGEST_PAUSE = 30; // seconds between two tries
const MOST_TROUBLES = 6; // answers of 500 and above, and restarts, without a byte of progress between them
const JUDGED = new Set([400, 413, 415]);
const BUSY = new Set([423, 429, 503]);

export class Upload {
  /** `entry` is kept up to date: `address` where its bytes go, `key` under which it was announced. `told` hears `progress(bytes)`,
   *  `kept()` when the entry has changed, `waiting(reason, until)` ("lost", "later") and `again()` when that is over. */
  constructor(file, entry, { metadata, told, signal, words }) {
    Object.assign(this, { file, entry, metadata, told, signal, words, offset: null, troubles: 0 });
  }

  /** The id of the file in the library. Throws a Refusal with the server's words, NotReadableError where the file cannot be read
   *  any more, AbortError once the signal says so. */
  async send() {
    for (;;) {
      this.signal.throwIfAborted();
      const answer = await this.ask();
      if (answer.status >= 200 && answer.status < 300) {
        const id = this.take(answer);
        if (id) return id;
      } else {
        await this.cope(answer);
      }
    }
  }

  /** The next step: announce, ask how far it is, or send a piece. */
  ask() {
    if (!this.entry.address) return this.announce();
    return this.offset === null ? this.look() : this.append();
  }

  announce() {
    const headers = { "Upload-Length": this.file.size, "Upload-Metadata": encoded(this.metadata), "Idempotency-Key": this.entry.key };
    this.offset = 0; // of what goes along
    return this.request("POST", ROUTE, headers, this.file.size <= PIECE ? this.file : null);
  }

  /** A refusal has no words in an answer to HEAD; asked for with nothing to add, the server repeats it. */
  async look() {
    const answer = await this.request("HEAD", this.entry.address, {});
    return JUDGED.has(answer.status) ? this.request("PATCH", this.entry.address, { "Upload-Offset": 0 }, new Blob()) : answer;
  }

  append() {
    const piece = this.file.slice(this.offset, this.offset + PIECE);
    return this.request("PATCH", this.entry.address, { "Upload-Offset": this.offset }, piece);
  }

  take(answer) {
    const place = answer.getResponseHeader("Location");
    const offset = Number(answer.getResponseHeader("Upload-Offset"));
    if (offset > (this.offset ?? 0)) this.troubles = 0;
    // Whole, but not taken in for a moment's trouble: looking at it has that done.
    this.offset = offset < this.file.size ? offset : null;
    if (place) {
      this.entry.address = new URL(place).pathname; // the rest of it a proxy may have changed
      this.told.kept();
    }
    this.told.progress(offset);
    const id = answer.getResponseHeader("Upload-Result-Id");
    if (!id && this.offset === null) this.count(new Refusal(this.words.failed, answer.status));
    return id;
  }

  /** Waits, starts anew, or throws what cannot be helped. */
  async cope(answer) {
    const { status } = answer;
    const refusal = this.refusal(answer);
    this.offset = null;
    if (status === 0) return this.waitForLine();
    if (status === 401 && (await signInAgain())) return;
    if (BUSY.has(status)) return this.waitUntil(Number(answer.getResponseHeader("Retry-After")) || 1);
    if (status === 404 || status === 410 || refusal.code === "idempotency_key_reused") this.startAnew();
    else if (status < 500 && refusal.code !== "offset_mismatch") throw refusal;
    this.count(refusal);
    if (status >= 500) await pause(2 ** this.troubles, this.signal);
  }

  /** One more trouble. Throws when there were too many. */
  count(refusal) {
    this.troubles += 1;
    if (this.troubles > MOST_TROUBLES) throw refusal;
  }

  startAnew() {
    Object.assign(this.entry, { address: null, key: newKey() });
    this.told.kept();
  }

  refusal({ status, responseText }) {
    const isJson = status && responseText.startsWith("{");
    const faults = isJson ? JSON.parse(responseText).errors : [];
    return Object.assign(new Refusal(faults[0]?.detail ?? this.words.failed, status, faults), { code: faults[0]?.code });
  }

  /** A file that was changed or taken away breaks its request just as a lost line does. */
  async waitForLine() {
    await this.file.slice(0, 1).arrayBuffer();
    this.lost = Math.min(LONGEST_PAUSE, 2 * (this.lost ?? 0.5));
    this.told.waiting("lost");
    await pause(this.lost, this.signal, "online");
    this.told.again();
  }

  async waitUntil(seconds) {
    if (seconds > 3) this.told.waiting("later", new Date(Date.now() + seconds * 1000));
    await pause(seconds, this.signal);
    this.told.again();
  }

  /** The answered XMLHttpRequest; its status is 0 where nobody answered. Throws AbortError. */
  request(method, address, headers, body = null) {
    const xhr = new XMLHttpRequest();
    xhr.open(method, address);
    const kind = body ? { "Content-Type": "application/offset+octet-stream" } : {};
    const all = { "Tus-Resumable": "1.0.0", "X-CSRFToken": token(), Accept: "application/json", ...kind, ...headers };
    for (const [name, value] of Object.entries(all)) xhr.setRequestHeader(name, value);
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      let silence;
      const listen = () => { clearTimeout(silence); silence = setTimeout(() => xhr.abort(), SILENCE); };
      const sent = this.offset ?? 0;
      xhr.upload.addEventListener("progress", (event) => { listen(); this.told.progress(sent + event.loaded); });
      xhr.upload.addEventListener("loadend", () => clearTimeout(silence)); // judging a large picture takes its time
      xhr.addEventListener("loadend", () => {
        clearTimeout(silence);
        over.abort();
        if (xhr.status) this.lost = undefined;
        this.signal.aborted ? reject(this.signal.reason) : resolve(xhr);
      });
      this.signal.addEventListener("abort", () => xhr.abort(), { signal: over.signal });
      if (body?.size) listen();
      xhr.send(body);
    });
  }
}

/** Under which an upload is announced, so that a lost answer does not make two of it. */
export function newKey() {
  return crypto.getRandomValues(new Uint32Array(4)).join("-"); // `randomUUID` is for secure contexts alone
}

/** So many seconds, fewer where the window hears of the event `woken`. Throws AbortError. */
export function pause(seconds, signal, woken = null) {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (settle) => { clearTimeout(timer); over.abort(); settle(signal.reason); };
    const timer = setTimeout(() => end(resolve), seconds * 1000);
    signal.addEventListener("abort", () => end(reject), { signal: over.signal });
    if (woken) addEventListener(woken, () => end(resolve), { signal: over.signal });
  });
}

/** `Upload-Metadata` of what there is to say. */
function encoded(metadata) {
  const pairs = Object.entries(metadata).filter(([, value]) => value);
  return pairs.map(([name, value]) => `${name} ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`).join(",");
}
