// What the site refused, in words that a person can act on.

const SILENCE =
  "The site does not answer. You may be offline, or it is not running, or it does not know this app. " +
  "What you typed is still here.";

/** `status` is 0 where nobody answered; `faults` are the API's, `{code, detail, attr}`, where `attr` names the field; `seconds`
 *  is how long to wait, or null. */
export class Refusal extends Error {
  constructor({ status, told, seconds }, expected) {
    const faults = told?.errors ?? [];
    super(inWords({ status, seconds, detail: expected.includes(status) ? faults[0]?.detail : null }));
    Object.assign(this, { status, faults, seconds });
  }
}

function inWords({ status, seconds, detail }) {
  if (status === 0) return SILENCE;
  if (status === 429) return `That was too often. Try again in ${span(seconds ?? 60)}.`;
  if (status === 413) return detail ?? "That is too large.";
  return detail ?? `The site cannot do this just now (${status}). Try again ${seconds ? `in ${span(seconds)}` : "later"}.`;
}

/** 45 → "45 seconds", 600 → "10 minutes". */
function span(seconds) {
  const [number, unit] = seconds < 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(number);
}
