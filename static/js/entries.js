/*
 * <atelier-entries>: the table of submissions is decided where it stands, and by keys. Without script each button sends the form,
 * and the page comes back.
 *
 *   <atelier-entries data-failed="That did not work. …">
 *     <form method="post">
 *       <div class="at-once"><button name="status" value="accepted">…</div>      the decisions, in the order of their digits
 *       <ol><li class="line" id="…" tabindex="-1">
 *         <input type="checkbox" name="submission"> <details>…</details> <button data-target="accepted" formaction="…">
 *       </li></ol>
 *     </form>
 *   </atelier-entries>
 *
 * What the server answers takes the place of what was there: lines may go, numbers change. What was ticked and unfolded stays so,
 * but where all that was ticked was decided. Keys are heard while the focus is in the table: j and k walk, x ticks, o unfolds,
 * digits decide about the line in which one is.
 */
const KEYS = {
  j: (entries, line) => entries.go(entries.lines.indexOf(line) + 1),
  k: (entries, line) => entries.go(line ? entries.lines.indexOf(line) - 1 : 0),
  x: (_, line) => line?.querySelector("[name=submission]")?.click(),
  o: (_, line) => line?.querySelectorAll("details").forEach((each, _place, all) => { each.open = each === all[0] ? !each.open : all[0].open; }),
};

class Entries extends HTMLElement {
  connectedCallback() {
    this.status = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
    this.after(this.status);
    this.addEventListener("submit", (event) => this.send(event));
    this.addEventListener("keydown", (event) => this.press(event));
  }

  get lines() {
    return [...this.querySelectorAll(".line")];
  }

  /** To the line at this place, the last one where there are not so many. */
  go(place) {
    const line = this.lines[Math.max(0, Math.min(place, this.lines.length - 1))];
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const line = event.target.closest(".line");
    const act = KEYS[event.key] ?? this.decisionOf(event.key);
    if (!act) return;
    event.preventDefault();
    act(this, line);
  }

  /** What a digit does: presses the button of that decision, where the line has it. */
  decisionOf(key) {
    const button = /^[1-9]$/.test(key) && this.querySelectorAll(".at-once [name=status]")[key - 1];
    return button && ((_, line) => line?.querySelector(`[data-target="${button.value}"]`)?.click());
  }

  async send(event) {
    event.preventDefault();
    if (this.ariaBusy === "true" || !event.submitter?.name) return;
    const { submitter, target: form } = event;
    const address = submitter.getAttribute("formaction") ?? form.action;
    this.ariaBusy = "true";
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form, submitter) });
      this.take(answer, new DOMParser().parseFromString(await answer.text(), "text/html"), submitter);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;  // what `fetch` throws of a network that fails
      this.tell(Object.assign(document.createElement("p"), { className: "refused", role: "alert", textContent: this.dataset.failed }));
    } finally {
      this.ariaBusy = "false";
    }
  }

  /** What the page is now; one without a table, where signing in is asked for, say, is gone to. */
  take(answer, page, submitter) {
    const fresh = page.querySelector(this.localName);
    if (!fresh) return location.assign(answer.url);
    const place = this.lines.indexOf(submitter.closest(".line"));
    const kept = submitter.closest(".line") ? this.kept() : [];
    this.replaceChildren(...fresh.childNodes);
    for (const [id, change] of kept) change(document.getElementById(id));
    if (place >= 0) this.goBack(submitter.closest(".line").id, place);
    this.tell(page.getElementById("told"));
  }

  /** What is ticked and unfolded, as changes to the lines of these ids. */
  kept() {
    return this.lines.map((line) => {
      const isTicked = line.querySelector("[name=submission]")?.checked;
      const open = [...line.querySelectorAll("details")].map((each) => each.open);
      return [line.id, (now) => {
        const tick = now?.querySelector("[name=submission]");
        if (tick && !tick.disabled) tick.checked = isTicked;
        now?.querySelectorAll("details").forEach((each, index) => { each.open = Boolean(open[index]); });
      }];
    });
  }

  /** To the line that was decided or, where it is in this list no longer, to the one that came into its place. */
  goBack(id, place) {
    const there = this.lines.findIndex((line) => line.id === id);
    this.go(there < 0 ? place : there);
  }

  tell(told) {
    document.getElementById("told")?.remove();
    this.status.textContent = told?.textContent.trim() ?? "";
    if (!told) return;
    told.id = "told";
    this.before(told);
    if (told.matches("[role=alert]") || told.querySelector("[role=alert]")) told.scrollIntoView({ block: "center" });
  }
}

customElements.define("atelier-entries", Entries);
