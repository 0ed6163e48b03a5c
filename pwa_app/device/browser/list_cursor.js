/** @import { DBCoreCursor, DBCoreTransaction } from "dexie" */
/** @import { Entry } from "./sealed_index" */
import { compare } from "./key_order";

/** How many values are fetched ahead. */
const AHEAD = 100;

/**
 * A cursor over entries that are known beforehand, as Dexie's own middlewares use one: they move it
 * on within the callback.
 * @param {DBCoreTransaction} trans
 * @param {Entry[]} entries not empty
 * @param {number} place where in an entry the value stands that they are in the order of
 * @param {((keys: any[]) => Promise<any[]>) | null} fetch gives the values for keys; null where no
 *   values are wanted
 * @returns {DBCoreCursor}
 */
export function listCursor(trans, entries, place, fetch) {
  let at = 0;
  let moved = false;
  let stopped = false;
  /** @type {any[]} */
  let values = [];
  let first = 0;
  /** @type {(value?: any) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};

  /** @param {() => void} callback */
  const run = (callback) => {
    try {
      while (!stopped && at < entries.length) {
        if (fetch && at >= first + values.length) {
          first = at;
          const keys = entries.slice(at, at + AHEAD).map(([key]) => key);
          fetch(keys).then((found) => {
            values = found;
            run(callback);
          }, reject);
          return;
        }
        moved = false;
        callback();
        if (!moved) return;
      }
      resolve();
    } catch (error) {
      reject(error);
    }
  };

  /** @param {number} count */
  const move = (count) => {
    at += count;
    moved = true;
  };

  return /** @type {any} */ ({
    trans,
    get key() {
      return entries[at][place];
    },
    get primaryKey() {
      return entries[at][0];
    },
    get value() {
      return fetch ? values[at - first] : undefined;
    },
    get done() {
      return at >= entries.length;
    },
    /** @param {any} [key] */
    continue(key) {
      let count = 1;
      const ends = [entries[0], entries[entries.length - 1]].map((entry) => entry[place]);
      const backwards = compare(ends[0], ends[1]) > 0;
      const before = (/** @type {any} */ one) => compare(one, key) * (backwards ? -1 : 1) < 0;
      while (key !== undefined && entries[at + count] && before(entries[at + count][place])) count += 1;
      move(count);
    },
    /** @param {any} _key @param {any} primaryKey */
    continuePrimaryKey(_key, primaryKey) {
      let count = 1;
      while (entries[at + count] && compare(entries[at + count][0], primaryKey) < 0) count += 1;
      move(count);
    },
    advance: move,
    /** @param {any} [value] */
    stop(value) {
      stopped = true;
      resolve(value);
    },
    /** @param {Error} error */
    fail(error) {
      stopped = true;
      reject(error);
    },
    /** @param {() => void} callback */
    start(callback) {
      return new Promise((done, failed) => {
        resolve = done;
        reject = failed;
        run(callback);
      });
    },
  });
}
