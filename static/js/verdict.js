/*
 * What a juror gives one work, as a form has it (`templates/portfolio/jury/submission.html`): a score, by radio buttons or as a number,
 * and a note; and in words beside it what became of them.
 */
const FIELD = "input[name^=score-]";

export class Verdict {
  constructor(element) {
    this.element = element;
    this.id = element.dataset.work;
    this.inputs = [...element.querySelectorAll(FIELD)];
    this.text = element.querySelector("textarea");
    this.status = element.querySelector(".kept");
    // What the page came with is what is kept; a browser may have filled in other things since.
    const given = this.isLong ? this.inputs[0].defaultValue : this.inputs.find((each) => each.defaultChecked)?.value;
    this.kept = { score: given ? Number(given) : null, note: this.text?.defaultValue ?? "" };
  }

  get isLong() {
    return this.inputs.length === 1 && this.inputs[0].type !== "radio";
  }

  get score() {
    const value = this.isLong ? this.inputs[0].value : this.inputs.find((each) => each.checked)?.value;
    return value ? Number(value) : null;
  }

  set score(number) {
    if (this.isLong) this.inputs[0].value = number;
    else for (const each of this.inputs) each.checked = each.value === String(number);
  }

  get note() {
    return this.text?.value ?? "";
  }

  get isKept() {
    return this.score === this.kept.score && this.note === this.kept.note;
  }

  /** What became of it; where it `fails`, with a button that does it `again`. */
  say(words, { fails = false, again = null } = {}) {
    this.status.replaceChildren(words);
    this.status.classList.toggle("fails", fails);
    if (!again) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: again.words });
    button.addEventListener("click", again.does);
    this.status.append(" ", button);
  }
}
