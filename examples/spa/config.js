// Where Atelier is. An address of another app would be written here, and nowhere else.
const SITE = "http://localhost:5005";

// While developing, `?api=http://localhost:8000` names another. Nowhere else: a link could send passwords to anyone.
const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
const asked = local ? new URLSearchParams(location.search).get("api") : null;

/** The origin of the API, without a slash at its end. */
export const site = (asked ?? SITE).replace(/\/+$/, "");
