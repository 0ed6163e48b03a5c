/** @import { DBCoreCursor, DBCoreTransaction } from "dexie" */
/** @typedef {{ key: any, primaryKey: any }} Place */
import { compare } from "./key_order";

/** How many values are fetched ahead. */
const AHEAD = 100;

/**
 * A cursor over places that are known beforehand, as Dexie's own middlewares use one: they move it
 * on within the callback.
 * @param {DBCoreTransaction} trans
 * @param {Place[]} places not empty
 * @param {((keys: any[]) => Promise<any[]>) | null} fetch gives the values for keys; null where no
 *   values are wanted
 * @returns {DBCoreCursor}
 */
export function listCursor(trans, places, fetch) {
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
      while (!stopped && at < places.length) {
        if (fetch && at >= first + values.length) {
          first = at;
          const keys = places.slice(at, at + AHEAD).map(({ primaryKey }) => primaryKey);
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
      return places[at].key;
    },
    get primaryKey() {
      return places[at].primaryKey;
    },
    get value() {
      return fetch ? values[at - first] : undefined;
    },
    get done() {
      return at >= places.length;
    },
    /** @param {any} [key] */
    continue(key) {
      let count = 1;
      const backwards = places.length > 1 && compare(places[0].key, places[places.length - 1].key) > 0;
      const before = (/** @type {any} */ one) => compare(one, key) * (backwards ? -1 : 1) < 0;
      while (key !== undefined && places[at + count] && before(places[at + count].key)) count += 1;
      move(count);
    },
    /** @param {any} _key @param {any} primaryKey */
    continuePrimaryKey(_key, primaryKey) {
      let count = 1;
      while (places[at + count] && compare(places[at + count].primaryKey, primaryKey) < 0) count += 1;
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
