// The order of the items of a list, with those that are of it and not on the page.

const NOWHERE = { ahead: [], behind: [] };

export class Order {
  /** `list` holds elements with `data-id`; `elsewhere` the ids before and behind them. */
  constructor(list, elsewhere = NOWHERE) {
    this.list = list;
    this.elsewhere = elsewhere;
  }

  get items() {
    return [...this.list.children].filter((item) => item.dataset.id);
  }

  get ids() {
    return [...this.elsewhere.ahead, ...this.items.map((item) => item.dataset.id), ...this.elsewhere.behind];
  }

  /** From 1, among all. */
  placeOf(item) {
    return this.elsewhere.ahead.length + this.items.indexOf(item) + 1;
  }

  /** To an index among those on the page, by moving those between: the item itself stays in the page, and with it its focus and the
   *  finger that is on it. */
  put(item, index) {
    const { items } = this;
    const from = items.indexOf(item);
    if (index > from) item.before(...items.slice(from + 1, index + 1));
    else if (index < from) item.after(...items.slice(index, from));
  }

  /** To a place among all, from 1; the item leaves the page where that is not on it. */
  putAt(item, place) {
    const { ahead, behind } = this.elsewhere;
    const last = this.items.length - 1;
    const index = Math.max(1, Math.min(this.ids.length, place)) - 1 - ahead.length;
    if (index >= 0 && index <= last) return this.put(item, index);
    if (index < 0) ahead.splice(ahead.length + index, 0, item.dataset.id);
    else behind.splice(index - last, 0, item.dataset.id);
    item.remove();
  }

  /** What `restore` brings back. */
  snapshot() {
    const { ahead, behind } = this.elsewhere;
    return { items: this.items, elsewhere: { ahead: [...ahead], behind: [...behind] }, ids: this.ids };
  }

  restore({ items, elsewhere: { ahead, behind } }) {
    const { activeElement } = document;
    this.list.append(...items);
    this.elsewhere = { ahead: [...ahead], behind: [...behind] };
    activeElement?.focus({ preventScroll: true });  // lost by what was moved
  }

  /** How many items stand beside each other in the first row. */
  get inARow() {
    const { items } = this;
    return items.filter((item) => item.offsetTop === items[0].offsetTop).length;
  }

  /** The item that `element` is in, or that whose middle is nearest to a point of the window. */
  at(element, x, y) {
    const { items } = this;
    const distance = (item) => {
      const { left, top, width, height } = item.getBoundingClientRect();
      return Math.hypot(left + width / 2 - x, top + height / 2 - y);
    };
    return items.find((item) => item.contains(element))
      ?? items.reduce((best, item) => (distance(best) <= distance(item) ? best : item));
  }
}
