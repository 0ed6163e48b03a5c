/** @import { RecordData, Trouble } from "./types" */
/** @import { Records } from "./records" */
/**
 * @typedef {{
 *   by?: string, newestFirst?: boolean, limit?: number, from?: string, to?: string,
 * }} Order `from` and `to` are the least and the most of the field to order by
 */
/** @typedef {{ ready: boolean, trouble: Trouble | null, rows: RecordData[] }} Answer */
import { liveQuery } from "dexie";
import { useSyncExternalStore } from "react";
import { troubleOf } from "./database";

/** @type {Answer} */
const WAITING = Object.freeze({ ready: false, trouble: null, rows: [] });

/** Running queries by what they ask, so that a page that shows one answer in many places reads it once. */
/** @type {Map<string, LiveAnswer>} */
const running = new Map();

/**
 * The rows of a table, ordered by an index and kept up to date with every write, also one made
 * in another tab. `ready` is false until they have been read for the first time.
 * @param {Records} records
 * @param {string} table
 * @param {Order} order
 */
export function useLive(records, table, order) {
  const question = JSON.stringify([records.schema.name, table, order]);
  let live = running.get(question);
  if (!live) {
    live = new LiveAnswer(() => read(records, table, order));
    running.set(question, live);
  }
  return useSyncExternalStore(live.subscribe, live.answer, () => WAITING);
}

/**
 * The record of a table that was removed last and can still be brought back, or null.
 * @param {Records} records
 * @param {string} table
 */
export function useLastRemoved(records, table) {
  const removed = useSyncExternalStore(records.onChange, records.lastRemoved, () => null);
  return removed?.table === table ? removed.record : null;
}

/**
 * Why the last change did not work, or null.
 * @param {Records} records
 */
export function useTrouble(records) {
  return useSyncExternalStore(records.onChange, records.lastTrouble, () => null);
}

/**
 * Tells of the rows of a table, now and after every write.
 * @param {Records} records
 * @param {string} table
 * @param {(rows: RecordData[]) => void} listener told of no rows where nothing can be read
 * @returns {() => void} ends it
 */
export function follow(records, table, listener) {
  const running = liveQuery(() => read(records, table, {}));
  const subscription = running.subscribe(listener, () => listener([]));
  return () => subscription.unsubscribe();
}

/**
 * Tells what a function reads from the database, now and after every write to what it reads.
 * @template Found
 * @param {() => Promise<Found>} reading
 * @param {(found: Found | null, trouble: Trouble | null) => void} listener
 * @returns {() => void} ends it
 */
export function watch(reading, listener) {
  /** @param {unknown} error */
  const fail = (error) => listener(null, troubleOf(error));
  // A live query keeps silent about a database that cannot be opened; a plain read does not.
  reading().then(undefined, fail);
  const subscription = liveQuery(reading).subscribe((found) => listener(found, null), fail);
  return () => subscription.unsubscribe();
}

/** One query that runs while somebody looks at its answer. */
class LiveAnswer {
  #answer = WAITING;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {import("dexie").Subscription | undefined} */
  #subscription;

  /** @param {() => Promise<RecordData[]>} query */
  constructor(query) {
    this.query = query;
  }

  answer = () => this.#answer;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    this.#subscription ??= liveQuery(this.query).subscribe(
      (rows) => this.#tell({ ready: true, trouble: null, rows }),
      (error) => this.#tell({ ready: true, trouble: troubleOf(error), rows: [] }),
    );
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#subscription?.unsubscribe();
      this.#subscription = undefined;
    };
  };

  /** @param {Answer} answer */
  #tell(answer) {
    this.#answer = answer;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * @param {Records} records
 * @param {string} table
 * @param {Order} order
 * @returns {Promise<RecordData[]>}
 */
function read(records, table, { by, newestFirst, limit, from, to }) {
  const source = records.database.table(table);
  let rows = by ? source.orderBy(by) : source.toCollection();
  if (by && from !== undefined) rows = source.where(by).between(from, to, true, true);
  if (newestFirst) rows = rows.reverse();
  if (limit !== undefined) rows = rows.limit(limit);
  return rows.toArray().catch(tellWhyClosed);
}

/**
 * A live query waits for ever on a database that is closed. Where it could not be opened, that is
 * the error to tell of.
 * @param {any} error
 * @returns {never}
 */
function tellWhyClosed(error) {
  throw error?.name === "DatabaseClosedError" && error.inner ? error.inner : error;
}
