// What the whole queue has come to: in figures that run along, and now and then in words for who does not see them.
import { sizeOf } from "../sizes.js";

export class Totals {
  constructor(queue) {
    this.queue = queue;
    this.section = queue.querySelector("[data-queue]");
    this.line = this.section.querySelector("[data-all]");
    this.bar = this.section.querySelector("progress");
    this.status = queue.querySelector(":scope > [role=status]");
    this.rule = new Intl.PluralRules(document.documentElement.lang);
    this.wasGoing = false;
  }

  /** Once for each picture of the screen: bytes are told more often than anyone looks. */
  renew() {
    this.asked ??= requestAnimationFrame(() => {
      this.asked = null;
      this.tell();
    });
  }

  tell() {
    const { sendings } = this.queue;
    const counted = sendings.filter((each) => !["untaken", "cancelled"].includes(each.line.state));
    const sum = (what) => counted.reduce((total, each) => total + what(each), 0);
    const [sent, size] = [sum((each) => each.bytes), sum((each) => each.size)];
    const done = this.in("done", "here", "merged");
    this.section.hidden = !sendings.length;
    this.line.textContent = this.filled("all", { done, all: counted.length, sent: sizeOf(sent), size: sizeOf(size) });
    Object.assign(this.bar, { max: size || 1, value: size ? sent : Number(!this.queue.isGoing) });
    this.bar.hidden = !this.queue.isGoing;
    this.section.querySelector("[data-all-do=cancel]").hidden = !this.queue.isGoing;
    this.section.querySelector("[data-all-do=retry]").hidden = !this.in("refused");
    this.section.querySelector("[data-all-do=clear]").hidden = !sendings.some((each) => each.isOver);
    this.end(done);
  }

  in(...states) {
    return this.queue.sendings.filter((each) => states.includes(each.line.state)).length;
  }

  /** At the end, and when a line is lost. */
  end(done) {
    const { isGoing } = this.queue;
    if (this.wasGoing && !isGoing) {
      this.status.textContent = this.filled("over", { done, refused: this.in("refused", "untaken") });
      this.queue.querySelector("atelier-kept").saved();
    }
    if (!this.isLost && this.in("lost")) this.status.textContent = this.queue.words.lost;
    Object.assign(this, { wasGoing: isGoing, isLost: this.in("lost") > 0 });
    this.queue.onward.renew();
  }

  /** That files were added, and how many were not. */
  say(added, refused) {
    const words = [
      added && this.filled(this.rule.select(added) === "one" ? "addedOne" : "addedOther", { number: added }),
      refused && this.filled("notTaken", { number: refused }),
    ];
    this.status.textContent = words.filter(Boolean).join(" ");
  }

  filled(name, told) {
    return this.queue.words[name].replace(/\{(\w+)\}/g, (_, key) => told[key]);
  }
}
