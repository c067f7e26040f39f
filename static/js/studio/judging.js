// What will not be taken, told before a byte is sent. The server judges again, by all of the bytes.
const HEAD = 64; // bytes by which pictures are known

/** The kind of fault that a file has: "empty", "large", "full" (more than the `free` bytes), "mismatch" (named as a picture, and
 *  none), "type", "unreadable" (taken away, or a folder that looked like a file); null for none. `taken` is what the page was told by
 *  the server. */
export async function faultOf(file, taken, free) {
  if (!file.size) return "empty";
  if (file.size > taken.largest) return "large";
  if (file.size > free) return "full";
  const head = await headOf(file).catch((error) => {
    if (error instanceof DOMException) return null;
    throw error;
  });
  if (head === null) return "unreadable";
  const signature = signatureOf(head, taken);
  if (signature) return signature.taken ? null : "type";
  if (taken.pictures.includes(extensionOf(file.name))) return "mismatch";
  return taken.extensions.includes(extensionOf(file.name)) ? null : "type";
}

/** Whether the first bytes are those of a picture. */
export async function isPicture(file, taken) {
  return Boolean(signatureOf(await headOf(file), taken));
}

function signatureOf(head, taken) {
  return taken.signatures.find(({ pattern }) => new RegExp(`^(?:${pattern})`, "s").test(head));
}

/** A character for each byte. */
async function headOf(file) {
  return String.fromCharCode(...new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

function extensionOf(name) {
  return name.includes(".") ? name.split(".").pop().toLowerCase() : "";
}
