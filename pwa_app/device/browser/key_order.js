/** The order of keys in IndexedDB (https://www.w3.org/TR/IndexedDB/#compare-two-keys). */
/** @import { DBCoreKeyRange } from "dexie" */

/** Kinds of a `DBCoreKeyRange`. */
const EQUAL = 1;
const ANY = 3;
const NEVER = 4;

/**
 * @param {any} one
 * @param {any} other
 */
export function compare(one, other) {
  if (typeof one === typeof other && (typeof one === "string" || typeof one === "number")) {
    return one < other ? -1 : Number(one > other);
  }
  return indexedDB.cmp(one, other);
}

/**
 * @param {any} value
 * @param {DBCoreKeyRange} range
 */
export function inRange(value, { type, lower, lowerOpen, upper, upperOpen }) {
  const kind = Number(type);
  if (kind === ANY) return true;
  if (kind === NEVER) return false;
  if (kind === EQUAL) return compare(value, lower) === 0;
  if (lower !== undefined) {
    const order = compare(value, lower);
    if (lowerOpen ? order <= 0 : order < 0) return false;
  }
  if (upper === undefined) return true;
  const order = compare(value, upper);
  return upperOpen ? order < 0 : order <= 0;
}
