/*
 * <atelier-scoring>: a juror's scores are kept as they are given, and keys do what buttons and links do. Without script a form sends
 * them.
 *
 *   <atelier-scoring data-api="/api/exhibitions/…/submissions/…/score" data-scale="10"
 *     data-saving="…" data-saved="…" data-unscored="…" data-failed="…" data-again="…">
 *     <form method="post">
 *       …token…
 *       <article data-work="…" tabindex="-1">… radio buttons or a number `score-…` … <textarea> … <p class="kept" role="status"></p></article>
 *       <section data-all tabindex="-1">… the same buttons, for all works …</section>
 *     </form>
 *     <p data-with-script hidden><button data-does="keys">…</button></p>
 *     <dialog>… <input type="checkbox" id="use-keys"> …</dialog>
 *   </atelier-scoring>
 *
 * Anywhere on the page `.ways-of-jury` leads on: `rel="prev"`, `rel="next"`, `data-way="unscored"`, `data-way="queue"`. One link after the
 * other is followed once all is kept; what is not holds the page, by the browser's own question.
 */
import { post, Refusal } from "./asking.js";
import { Verdict } from "./verdict.js";

const PAUSE = 1_000;  // ms in which a digit belongs to the one before
const WITHOUT = "jury-without-keys";
const WRITTEN = "textarea, select, input:not([type=radio], [type=checkbox])";

class Scoring extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form[method=post]");
    this.dialog = this.querySelector("dialog");
    this.verdicts = [...this.querySelectorAll("[data-work]")].map((element) => new Verdict(element));
    this.all = this.querySelector("[data-all]") && new Verdict(this.querySelector("[data-all]"));
    this.unsent = new Set();
    this.typed = "";
    this.scale = Number(this.dataset.scale);
    this.wasScored = this.isScored;
    for (const each of this.querySelectorAll("[data-without-script]")) each.hidden = true;
    for (const each of this.querySelectorAll("[data-with-script]")) each.hidden = false;
    this.turnTo(this.verdicts.find((each) => each.score === null) ?? this.verdicts[0]);
    this.listen();
  }

  listen() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.addEventListener("change", (event) => this.change(event), { signal });
    this.addEventListener("focusin", ({ target }) => this.turnTo(this.verdictAt(target) ?? this.current), { signal });
    this.querySelector("[data-does=keys]").addEventListener("click", () => this.dialog.showModal(), { signal });
    document.addEventListener("keydown", (event) => this.press(event), { signal });
    document.addEventListener("click", (event) => this.follow(event), { signal });
    addEventListener("beforeunload", (event) => this.isKept || event.preventDefault(), { signal });
    // A form that nobody sends by its buttons is still sent by the return key.
    this.form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
    const box = this.querySelector("#use-keys");
    box.checked = !localStorage.getItem(WITHOUT);
    box.addEventListener("change", () => box.checked ? localStorage.removeItem(WITHOUT) : localStorage.setItem(WITHOUT, "1"), { signal });
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  get isKept() {
    return this.verdicts.every((each) => each.isKept);
  }

  get isScored() {
    return this.verdicts.every((each) => each.kept.score !== null);
  }

  verdictAt(element) {
    return [...this.verdicts, this.all].find((each) => each?.element.contains(element));
  }

  /** The one that digits score. */
  turnTo(verdict) {
    if (verdict !== this.current) this.typed = "";
    this.current?.element.removeAttribute("aria-current");
    this.current = verdict;
    verdict?.element.setAttribute("aria-current", "true");
  }

  change({ target }) {
    const verdict = this.verdictAt(target);
    if (verdict === this.all && verdict) this.giveAll(verdict.score);
    else if (verdict) this.keep(verdict);
  }

  give(score) {
    if (!this.current || score < 1 || score > this.scale) return;
    this.current.score = score;
    if (this.current === this.all) this.giveAll(score);
    else this.keep(this.current);
  }

  giveAll(score) {
    if (score === null) return;
    for (const each of this.verdicts) {
      each.score = score;
      this.keep(each);
    }
  }

  /** Sends what a work was given; of one that is given something else meanwhile, that behind it. */
  keep(verdict) {
    if (verdict.score === null) return verdict.say(verdict.note && this.dataset.unscored, { fails: true });
    verdict.say(this.dataset.saving);
    this.unsent.add(verdict);
    this.sending ??= this.send().finally(() => { this.sending = null; });
  }

  async send() {
    for (const verdict of this.unsent) {  // with those that are added on the way
      this.unsent.delete(verdict);
      await this.sendOne(verdict);
    }
  }

  async sendOne(verdict) {
    const { score, note } = verdict;
    try {
      await post(this.dataset.api, { work_id: verdict.id, score, note }, { failed: this.dataset.failed, method: "PUT" });
      verdict.kept = { score, note };
      if (verdict.isKept) verdict.say(this.dataset.saved);
      this.count();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      verdict.say(error.message, { fails: true, again: { words: this.dataset.again, does: () => this.keep(verdict) } });
    }
  }

  /** How many submissions are scored, this one too from its last work on. */
  count() {
    if (this.wasScored || !this.isScored) return;
    this.wasScored = true;
    for (const link of document.querySelectorAll(".ways-of-jury [data-way=queue]")) {
      link.textContent = link.dataset.counts.replace("{number}", Number(link.dataset.done) + 1);
    }
  }

  way(which) {
    return document.querySelector(`.ways-of-jury ${which}`);
  }

  follow(event) {
    const link = event.target.closest(".ways-of-jury a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(link);
  }

  async go(link) {
    if (!link) return;
    await this.sending;
    location.assign(link.href);
  }

  press(event) {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || this.dialog.open || localStorage.getItem(WITHOUT)) return;
    if (target.closest(WRITTEN) || (key.startsWith("Arrow") && target.closest("[type=radio]"))) return;
    const does = /^\d$/.test(key) ? () => this.type(key) : this.keys[key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  get keys() {
    return {
      j: () => this.step(1),
      k: () => this.step(-1),
      a: () => this.all && this.moveTo(this.all),
      n: () => this.toUnscored(),
      ArrowRight: () => this.go(this.way("[rel=next]")),
      ArrowLeft: () => this.go(this.way("[rel=prev]")),
      "?": () => this.dialog.showModal(),
    };
  }

  /** A digit; of scales beyond 10 behind the one that was typed just before. */
  type(digit) {
    if (this.scale <= 10) return this.give(Number(digit) || 10);
    clearTimeout(this.forgetting);
    const together = Number(this.typed + digit);
    const number = together > this.scale ? Number(digit) : together;
    this.typed = number ? String(number) : "";
    this.forgetting = setTimeout(() => { this.typed = ""; }, PAUSE);
    this.give(number);
  }

  step(by) {
    const next = this.verdicts[this.verdicts.indexOf(this.current) + by];
    if (next && this.verdicts.includes(this.current)) this.moveTo(next);
    else if (this.current === this.all && this.all) this.moveTo(by > 0 ? this.verdicts[0] : this.verdicts.at(-1));
    else this.go(this.way(by > 0 ? "[rel=next]" : "[rel=prev]"));
  }

  moveTo(verdict) {
    this.turnTo(verdict);
    verdict.element.focus({ preventScroll: true });
    verdict.element.scrollIntoView({ block: "start" });
  }

  toUnscored() {
    const left = this.verdicts.filter((each) => each.score === null && each !== this.current);
    const behind = left.find((each) => this.verdicts.indexOf(each) > this.verdicts.indexOf(this.current));
    if (left.length) this.moveTo(behind ?? left[0]);
    else this.go(this.way("[data-way=unscored]") ?? this.way("[data-way=queue]"));
  }
}

customElements.define("atelier-scoring", Scoring);
