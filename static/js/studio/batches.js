// One deed on any number of pictures, in batches as large as the API takes: looked at by `dry_run`, done, and undone.
import { ask } from "./session.js";

const LARGEST = 500;
const SINGLE = 200;  // what has to be taken back one by one is offered for so many

/** A deed: what the API takes beside the ids (`operation`, `tags`, `album_id`, …) and on which pictures; `isOwn`: their own album. */
export const deed = (said, ids, isOwn = true) => ({ said, ids, isOwn });

/** What would become of the pictures, as a Map of status to ids. Throws a Refusal. */
export const look = (api, what, options) => send(api, [what], { ...options, dry_run: true });

/** Does one deed after the other and tells as `look` does. Throws a Refusal with `done`, the statuses of what was done before it;
 *  stops where `signal` says so, between two batches, and tells what was done until then. */
export const run = (api, deeds, options) => send(api, deeds, { ...options, dry_run: false });

async function send(api, deeds, { failed, signal, tell = () => {}, dry_run }) {
  const done = new Map();
  const steps = deeds.flatMap(({ said, ids }) => inBatches(said, ids));
  for (const [index, step] of steps.entries()) {
    if (signal?.aborted) break;
    try {
      note(done, await take(api, step, { failed, dry_run }));
    } catch (error) {
      throw Object.assign(error, { done });
    }
    tell(index + 1, steps.length);
  }
  return done;
}

function inBatches(said, ids) {
  const size = said.operation === "remove" ? 1 : LARGEST;
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => deed(said, ids.slice(index * size, (index + 1) * size)));
}

async function take(api, { said, ids }, { failed, dry_run }) {
  if (said.operation !== "remove") {
    return (await ask(api, { method: "POST", told: { ...said, image_ids: ids, dry_run }, failed })).results;
  }
  await ask(`/api/albums/${said.album_id}/images/${ids[0]}`, { method: "DELETE", failed });
  return [{ id: ids[0], status: "unchanged" }];
}

function note(done, results) {
  for (const { id, status } of results) done.set(status, [...(done.get(status) ?? []), id]);
}

/** The deeds that undo this one exactly, found out before it is done; null where it cannot be undone. Asks by `dry_run` what each
 *  picture had before: a tag that was there already is not taken away again. */
export async function reversal(api, what, options) {
  const { said, ids } = what;
  const would = async (other) => look(api, deed({ ...said, ...other }, ids), options);
  if (said.operation === "tag" || said.operation === "untag") {
    const back = said.operation === "tag" ? "untag" : "tag";
    const deeds = [];
    for (const tag of said.tags) {
      const changed = (await would({ tags: [tag] })).get(said.operation === "tag" ? "tagged" : "untagged") ?? [];
      deeds.push(deed({ operation: back, tags: [tag] }, changed));
    }
    return deeds;
  }
  if (said.operation === "visibility") {
    const before = said.visibility === "public" ? "private" : "public";
    return [deed({ operation: "visibility", visibility: before }, (await would({})).get("changed") ?? [])];
  }
  if (said.operation !== "move" && said.operation !== "copy") return null;
  const fresh = (await would({ operation: "copy", from_album_id: undefined })).get("copied") ?? [];
  return said.operation === "copy" ? takenOut(what, fresh) : movedBack(said, fresh, (await would({})).get("moved") ?? []);
}

const takenOut = ({ said, isOwn }, fresh) =>
  isOwn && fresh.length <= SINGLE ? [deed({ operation: "remove", album_id: said.album_id }, fresh)] : null;

/** Out of which of all their albums pictures went nobody knows afterwards. */
function movedBack({ album_id, from_album_id }, fresh, moved) {
  if (!from_album_id) return null;
  const isFresh = new Set(fresh);
  return [
    deed({ operation: "move", album_id: from_album_id, from_album_id: album_id }, moved.filter((id) => isFresh.has(id))),
    deed({ operation: "copy", album_id: from_album_id }, moved.filter((id) => !isFresh.has(id))),
  ];
}
