// One function for each operation of the API that this app uses. What each sends and reads is declared in `operations.json`:
// nothing else goes out, nothing else can be read, and Atelier's tests hold the table to its OpenAPI schema.

import { carry } from "./carrying.js";
import { site } from "./config.js";
import { Refusal } from "./refusal.js";

const { operations, shapes } = await (await fetch(new URL("operations.json", import.meta.url))).json();

export const register = (account) => call("register", { sends: account });
export const signIn = (names) => call("signIn", { sends: names });
export const signOut = () => call("signOut");
export const currentUser = () => call("currentUser");
export const listWorks = (query) => call("listWorks", { query });
export const getWork = (artwork_id) => call("getWork", { path: { artwork_id } });
export const likeWork = (artwork_id, liked) => call("likeWork", { path: { artwork_id }, sends: { liked } });
/** From `cursor` on, which `next` of the page before holds; empty to begin. */
export const listComments = (artwork_id, cursor) => call("listComments", { path: { artwork_id }, query: { cursor } });
export const comment = (artwork_id, comment_text) => call("comment", { path: { artwork_id }, sends: { comment_text } });
export const getArtist = (artist) => call("getArtist", { path: { artist } });
export const follow = (artist_id, following) => call("follow", { path: { artist_id }, sends: { following } });

/** `key` is the same for the same deed: sent twice, it is done once. `progress(part)` is told 0 to 1. */
export const uploadWork = (work, { key, progress, signal }) =>
  call("uploadWork", { sends: work, headers: { "Idempotency-Key": key }, progress, signal });

let token = null; // against forged requests; a cookie holds its other half, which another origin cannot read

/** Does one operation of the table. Throws a Refusal where the site does not. */
async function call(name, { path = {}, query = {}, sends, headers = {}, progress, signal } = {}) {
  const operation = operations[name];
  const address = site + filled(operation.path, path) + asked(declared(name, "query", query));
  const body = sends && written(declared(name, "sends", sends), operation.as);
  const how = { method: operation.method, body, progress, signal };
  const given = { ...declared(name, "headers", headers), ...(typeof body === "string" && { "Content-Type": "application/json" }) };
  let answer = await carry(address, { ...how, headers: { ...given, ...(await proof(operation)) } });
  if (isForged(answer)) {
    token = null; // someone signed in or out in another window
    answer = await carry(address, { ...how, headers: { ...given, ...(await proof(operation)) } });
  }
  if (answer.status !== operation.answers) throw new Refusal(answer, operation.refusals);
  const told = read(operation.reads, answer.told);
  token = told.csrf_token ?? token;
  return told;
}

async function proof({ method }) {
  if (method === "GET") return {};
  token ??= (await call("csrf")).csrf_token;
  return { "X-CSRFToken": token };
}

const isForged = ({ status, told }) => status === 403 && told?.errors?.[0]?.code === "csrf_failed";

const filled = (path, values) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));

const asked = (query) => (Object.keys(query).length ? `?${new URLSearchParams(query)}` : "");

/** The values that are given; a mistake of the app's own where the table does not know one, or wants one more. */
function declared(name, part, values) {
  const known = operations[name][part] ?? {};
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const names = given.map(([field]) => field);
  const odd = names.filter((field) => !(field in known));
  const missing = Object.keys(known).filter((field) => !known[field].endsWith("?") && !names.includes(field));
  if (odd.length || missing.length) throw new Error(`${name} ${part}: not declared ${odd}, missing ${missing}`);
  return Object.fromEntries(given);
}

function written(fields, kind) {
  if (kind !== "multipart/form-data") return JSON.stringify(fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  return form;
}

/** What the table names of an answer, and nothing more: "card[]", "picture?", or a plain "string". */
function read(type, value) {
  const kind = type.replace("?", "");
  if (value === null || value === undefined) return null;
  if (kind.endsWith("[]")) return value.map((each) => read(kind.slice(0, -2), each));
  if (!(kind in shapes)) return value;
  return Object.fromEntries(Object.entries(shapes[kind]).map(([name, inner]) => [name, read(inner, value[name])]));
}
