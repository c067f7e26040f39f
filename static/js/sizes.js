// Sizes of files as people read them.
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];
const STEP = 1024;

/** In the language of the page: “3.2 MB”. */
export function sizeOf(bytes) {
  const power = Math.min(UNITS.length - 1, bytes ? Math.floor(Math.log(bytes) / Math.log(STEP)) : 0);
  const unitDisplay = power ? "short" : "long";  // “17 bytes”: the short one has no plural
  const style = { style: "unit", unit: UNITS[power], unitDisplay, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(bytes / STEP ** power);
}
