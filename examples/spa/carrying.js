// The way to the site and back. By XMLHttpRequest, for `fetch` tells nothing of what was sent so far.

/** `{status, told, seconds}`: 0 where nobody answered, the JSON or null, and what `Retry-After` says or null. Cookies go along.
 *  Rejects with the signal's reason where that aborts. */
export function carry(address, { method, headers, body, progress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.withCredentials = true;
    request.responseType = "json";
    for (const [name, value] of Object.entries({ Accept: "application/json", ...headers })) request.setRequestHeader(name, value);
    // A listener here makes a preflight of every request: only where there is something to tell.
    if (progress) request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onload = () => resolve({ status: request.status, told: request.response, seconds: wait(request) });
    request.onerror = request.ontimeout = () => resolve({ status: 0, told: null, seconds: null });
    request.onabort = () => reject(signal.reason);
    signal?.addEventListener("abort", () => request.abort());
    request.send(body ?? null);
  });
}

const wait = (request) => Number(request.getResponseHeader("Retry-After")) || null;
