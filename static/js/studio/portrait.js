/*
 * <atelier-portrait>: shows a chosen file as it will look, before it is sent. A file that the browser cannot draw is judged by the
 * site alone.
 *
 *   <atelier-portrait><input type="file"> <canvas width="192" height="192" hidden></canvas></atelier-portrait>
 */
class Portrait extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.canvas = this.querySelector("canvas");
    this.field.addEventListener("change", () => this.show());
  }

  async show() {
    const [file] = this.field.files;
    const picture = file && (await createImageBitmap(file).catch(() => null)); // refused: no picture that browsers know
    this.canvas.hidden = !picture;
    if (!picture || file !== this.field.files[0]) return;
    const side = Math.min(picture.width, picture.height);
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
    const { width, height } = this.canvas;
    this.canvas.getContext("2d").clearRect(0, 0, width, height);
    this.canvas.getContext("2d").drawImage(picture, left, top, side, side, 0, 0, width, height);
    picture.close();
  }
}

customElements.define("atelier-portrait", Portrait);
