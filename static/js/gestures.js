/*
 * The arithmetic of fingers on a picture, apart from any element. Lengths are CSS pixels; points, and the shift of a picture, are
 * counted from the middle of the room in which it is seen. A look at a picture is `{ scale, x, y }`: how many times larger than
 * fitted it is drawn, and how far its middle is shifted.
 */
export const WHOLE = Object.freeze({ scale: 1, x: 0, y: 0 });

const FAR = 0.25;  // of the width of the room: a drag beyond it turns over, however slow
const FAST = 0.4;  // pixels a millisecond: a drag as quick turns over, if it is no mere tremble
const TREMBLE = 24;

/** The size of a picture as large as the room allows, and no larger than it is. */
export function fitted(picture, room) {
  const scale = Math.min(room.width / picture.width, room.height / picture.height, 1);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** How many times a picture fitted to `shown` may be enlarged: twice beyond where each of its pixels has one of the screen's. */
export const mostScale = (picture, shown) => 2 * detailScale(picture, shown);

/** Where each pixel of the picture has one of its own, and twice at least. */
export const detailScale = (picture, shown) => Math.max(2, picture.width / shown.width);

/** The look `factor` times closer, what lies under `point` staying there; `most` is the largest scale. */
export function zoomed(look, factor, point, most) {
  const scale = clamp(look.scale * factor, 1, most);
  const by = scale / look.scale;
  return { scale, x: point.x - (point.x - look.x) * by, y: point.y - (point.y - look.y) * by };
}

/** The look shifted so that no room beside the picture is empty that it could fill. */
export function bounded(look, shown, room) {
  const spareX = Math.max(0, (shown.width * look.scale - room.width) / 2);
  const spareY = Math.max(0, (shown.height * look.scale - room.height) / 2);
  return { scale: look.scale, x: clamp(look.x, -spareX, spareX), y: clamp(look.y, -spareY, spareY) };
}

/** Of one or more fingers, the middle and the mean distance from it. */
export function spread(points) {
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  return { x, y, distance: mean(points.map((point) => Math.hypot(point.x - x, point.y - y))) };
}

/** What a drag of `x` pixels in `time` milliseconds asks for: 1 the next, -1 the one before, 0 to stay. */
export function turnOf({ x, time, width }) {
  const isMeant = Math.abs(x) > width * FAR || (Math.abs(x) > TREMBLE && Math.abs(x) / time > FAST);
  return isMeant ? -Math.sign(x) : 0;
}

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
