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
  const plain = typeof one === typeof other && (typeof one === "string" || typeof one === "number");
  if (!plain) return indexedDB.cmp(one, other);
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * The part of a list that is in a range.
 * @template Item
 * @param {Item[]} items in the order of their values
 * @param {(item: Item) => any} valueOf
 * @param {DBCoreKeyRange} range
 * @returns {Item[]} a new list
 */
export function partInRange(items, valueOf, { type, lower, lowerOpen, upper, upperOpen }) {
  const kind = Number(type);
  if (kind === ANY) return items.slice();
  if (kind === NEVER) return [];
  const most = kind === EQUAL ? lower : upper;
  const first = lower === undefined ? 0 : firstFrom(items, valueOf, lower, Boolean(lowerOpen));
  const end = most === undefined ? items.length : firstFrom(items, valueOf, most, !upperOpen);
  return items.slice(first, end);
}

/**
 * Where the values begin that are not less than a bound; or, beyond it, greater.
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => any} valueOf
 * @param {any} bound
 * @param {boolean} beyond
 */
function firstFrom(items, valueOf, bound, beyond) {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compare(valueOf(items[middle]), bound);
    if (order < 0 || (beyond && order === 0)) from = middle + 1;
    else to = middle;
  }
  return from;
}
