/*
 * <atelier-deadline>: says in words what a deadline means while it is chosen, there and by the reader's own clock. Without script
 * it says what was saved.
 *
 *   <atelier-deadline data-zone="id_time_zone" data-time="id_submission_deadline" data-says="Entry ends on {there} by the clocks of {zone}: {here} by yours."
 *     data-same="Entry ends on {there}, by your clocks too."><p role="status"></p></atelier-deadline>
 */
const MINUTE = 60_000;

class Deadline extends HTMLElement {
  connectedCallback() {
    this.zone = document.getElementById(this.dataset.zone);
    this.time = document.getElementById(this.dataset.time);
    this.watching = new AbortController();
    for (const field of [this.zone, this.time]) field.addEventListener("change", () => this.say(), { signal: this.watching.signal });
    if (this.time.value && !this.time.disabled) this.say();
  }

  disconnectedCallback() {
    this.watching.abort();
  }

  say() {
    this.querySelector("[role=status]").textContent = this.time.value ? this.words(this.time.value, this.zone.value) : "";
  }

  words(digits, zone) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const at = instant(digits, zone);
    const [there, here] = [said(at, zone), said(at, own)];
    const words = there === here ? this.dataset.same : this.dataset.says;
    return words.replace("{there}", there).replace("{here}", here).replace("{zone}", zone.replaceAll("_", " "));
  }
}

function said(at, timeZone) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short", timeZone }).format(at);
}

/** When clocks in this zone show these digits. How far they are ahead depends on when it is: asked twice, around a change of clocks. */
function instant(digits, zone) {
  const digitsAsUtc = Date.parse(`${digits}Z`);
  const near = digitsAsUtc - ahead(digitsAsUtc, zone);
  return digitsAsUtc - ahead(near, zone);
}

/** By how many milliseconds clocks in this zone are ahead of UTC, to the minute. */
function ahead(at, timeZone) {
  const shape = { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
  const parts = new Intl.DateTimeFormat("en-US", shape).formatToParts(at);
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE) * MINUTE;
}

customElements.define("atelier-deadline", Deadline);
