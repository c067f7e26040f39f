// Files out of whatever a person drops, pastes or chooses: `{file, path}` each, `path` being the folders that it lay in.

// Written into folders by systems, not by people.
const SYSTEMS = /^(?:\..*|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/** What was chosen in a field for files or for a folder. */
export function chosen(field) {
  return [...field.files].map((file) => ({ file, path: (file.webkitRelativePath ?? "").split("/").slice(0, -1) })).filter(isOfPeople);
}

/** What was dropped or pasted; folders are walked through. Begin it within the event: afterwards its data is gone. */
export async function brought(data) {
  const entries = [...data.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(entries.filter(Boolean).map((each) => (each instanceof File ? [{ file: each, path: [] }] : walk(each, []))));
  return found.flat();
}

async function walk(entry, path) {
  if (SYSTEMS.test(entry.name)) return [];
  if (entry.isFile) return [{ file: await asked(entry.file, entry), path }];
  const inner = [...path, entry.name];
  const found = [];
  for (const each of await listed(entry.createReader())) found.push(...(await walk(each, inner)));
  return found;
}

/** A reader tells some hundred at a time, and none at the end. */
async function listed(reader) {
  const all = [];
  for (;;) {
    const some = await asked(reader.readEntries, reader);
    if (!some.length) return all;
    all.push(...some);
  }
}

function asked(method, on) {
  return new Promise((resolve, reject) => method.call(on, resolve, reject));
}

function isOfPeople({ file, path }) {
  return ![file.name, ...path].some((name) => SYSTEMS.test(name));
}
