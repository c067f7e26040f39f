/*
 * <atelier-queue>: files that are dropped, pasted or chosen go up, some at a time, each by tus (`tus.js`), and are kept until they are
 * up (`keeping.js`): a reload goes on. Without script the form in it sends one file.
 *
 *   <atelier-queue data-owner="…" data-since="2026-01-31T10:00:00Z" data-waiting="Waiting" data-…="a word for each state of line.js">
 *     <script type="application/json" id="taken">…</script>     what judging.js needs
 *     <form>… [name=folder_id], [name=album_id], [name=visibility], [name=tags], [name=keep_folders]</form>
 *     <input type="file" data-choose="files" multiple> <input type="file" data-choose="folder" webkitdirectory>
 *     <template data-line>…</template> <template data-alike>…</template>
 *     <section data-queue hidden> [data-all], progress, button[data-all-do=cancel|retry|clear], <ol data-lines> </section>
 *     <section data-onward hidden>…</section> <p role="status">
 *   </atelier-queue>
 */
import { LookingAfter } from "./alike.js";
import { brought, chosen } from "./gathering.js";
import { faultOf } from "./judging.js";
import { claim, kept, unfinished } from "./keeping.js";
import { Known } from "./known.js";
import { Line } from "./line.js";
import { Onward } from "./onward.js";
import { Folders } from "./placing.js";
import { Sending } from "./sending.js";
import { newKey } from "./tus.js";
import { Totals } from "./totals.js";

const AT_ONCE = 3;

class Queue extends HTMLElement {
  async connectedCallback() {
    this.words = this.dataset;
    this.taken = JSON.parse(this.querySelector("#taken").textContent);
    this.sendings = [];
    this.known = new Known();
    this.folders = new Folders(this.words.failed);
    this.lines = this.querySelector("[data-lines]");
    this.totals = new Totals(this);
    this.onward = new Onward(this);
    this.lookingAfter = new LookingAfter(this);
    this.listen();
    for (const id of await unfinished(this.dataset.owner)) this.goOn(id);
  }

  disconnectedCallback() {
    this.over.abort();
  }

  listen() {
    this.over = new AbortController();
    const heard = { signal: this.over.signal };
    this.addEventListener("change", ({ target }) => target.dataset.choose && this.choose(target));
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-do], [data-all-do]")));
    document.addEventListener("paste", (event) => this.paste(event), heard);
    document.addEventListener("dragover", (event) => this.hover(event), heard);
    document.addEventListener("dragleave", (event) => event.relatedTarget ?? this.classList.remove("dropping"), heard);
    document.addEventListener("drop", (event) => event.dataTransfer.types.includes("Files") && this.bring(event, event.dataTransfer), heard);
    this.addEventListener("submit", (event) => event.preventDefault(), { capture: true }); // the form is for who has no script
    addEventListener("beforeunload", (event) => this.isGoing && event.preventDefault(), heard);
  }

  get isGoing() {
    return this.sendings.some(({ isOver, line }) => line.state && !isOver && line.state !== "absent");
  }

  hover(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.classList.add("dropping");
  }

  /** What is pasted into a field is text, even where its picture comes along. */
  paste(event) {
    if (event.clipboardData.files.length && !event.target.closest("input, textarea")) this.bring(event, event.clipboardData);
  }

  async bring(event, data) {
    event.preventDefault();
    this.classList.remove("dropping");
    await this.add(await brought(data));
  }

  async choose(field) {
    const files = chosen(field);
    field.value = "";
    await this.add(files);
  }

  /** What an earlier window left behind, once none is at it any more, unless that one has finished it. */
  async goOn(id) {
    await claim(id);
    const [entry, file] = await kept(id);
    if (!entry || !this.isConnected) return;
    const sending = this.line(entry);
    if (file) sending.wait(file, { isKept: true });
    else sending.become("absent");
    this.next();
  }

  async add(found) {
    const { wishes, keepsFolders } = this.wishes();
    let refused = 0;
    for (const { file, path } of found) {
      if (this.comeBack(file)) continue;
      const entry = {
        id: newKey(), owner: this.dataset.owner, since: this.dataset.since, added: Date.now(), address: null, key: newKey(),
        name: file.name, size: file.size, modified: file.lastModified, path: keepsFolders ? path : [], wishes: { ...wishes },
      };
      refused += await this.judge(this.line(entry), file);
    }
    this.totals.say(found.length - refused, refused);
    this.next();
  }

  wishes() {
    const form = new FormData(this.querySelector("form"));
    const wishes = Object.fromEntries(["folder_id", "album_id", "visibility", "tags"].map((name) => [name, form.get(name) ?? ""]));
    return { wishes, keepsFolders: form.has("keep_folders") };
  }

  line(entry) {
    const line = new Line(this.querySelector("[data-line]"), entry, this.words);
    const sending = new Sending(entry, line, this);
    this.sendings.push(sending);
    this.lines.append(line.element);
    return sending;
  }

  /** 1 where it will not be taken, else 0. */
  async judge(sending, file) {
    const fault = await faultOf(file, this.taken, this.free(sending));
    if (fault) sending.become("untaken", { reason: this.words[fault] });
    else {
      claim(sending.entry.id);
      sending.wait(file);
    }
    return fault ? 1 : 0;
  }

  /** The bytes that there is room for beside what else is here. */
  free(sending) {
    return this.sendings.reduce((left, each) => (each === sending ? left : left - each.size), this.taken.free);
  }

  /** A file chosen again whose entry was kept and its bytes were not. */
  comeBack(file) {
    const { name, size, lastModified } = file;
    const found = this.sendings.find(({ line, entry }) => line.state === "absent" && entry.name === name && entry.size === size && entry.modified === lastModified);
    found?.wait(file);
    return Boolean(found);
  }

  next() {
    const going = this.sendings.filter((each) => each.isRunning).length;
    const waiting = this.sendings.filter((each) => each.line.state === "waiting" && !each.isRunning);
    waiting.slice(0, Math.max(0, AT_ONCE - going)).forEach((each) => this.run(each));
  }

  async run(sending) {
    sending.isRunning = true;
    try {
      await sending.run();
    } finally {
      sending.isRunning = false;
      this.lookingAfter.see(sending);
      this.changed();
      this.next();
    }
  }

  /** Nobody is signed in, nor wants to be: who is asked once is not asked for every file. */
  shut(reason) {
    this.sendings.filter(({ line }) => line.state === "waiting").forEach((each) => each.become("refused", { reason }));
  }

  changed() {
    this.totals.renew();
  }

  press(button) {
    if (!button) return;
    if (button.dataset.allDo) return this.forAll(button.dataset.allDo);
    const sending = this.sendings.find((each) => each.line.element.contains(button));
    if (button.dataset.do === "choose") this.querySelector("[data-choose=files]").click();
    else if (button.dataset.do === "remove") this.remove(sending);
    else if (button.dataset.do === "cancel") sending.cancel();
    else sending.retry();
    this.next();
  }

  forAll(deed) {
    if (deed === "cancel") this.sendings.filter((each) => !each.isOver).forEach((each) => each.cancel());
    if (deed === "retry") this.sendings.filter((each) => each.line.state === "refused").forEach((each) => each.retry());
    if (deed === "clear") this.sendings.filter((each) => each.isOver).forEach((each) => this.remove(each));
    this.next();
  }

  /** Its place in the list takes the focus. */
  remove(sending) {
    const { element } = sending.line;
    const beside = element.nextElementSibling ?? element.previousElementSibling;
    const held = element.contains(document.activeElement);
    if (!sending.isOver) sending.cancel();
    this.sendings = this.sendings.filter((each) => each !== sending);
    element.remove();
    if (held) (beside?.querySelector("[data-do]:not([hidden])") ?? this.querySelector("[data-choose=files]")).focus();
    this.changed();
  }
}

customElements.define("atelier-queue", Queue);
