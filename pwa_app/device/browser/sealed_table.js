/** @import { DBCoreTable, DBCoreTransaction, DBCoreKeyRange } from "dexie" */
/** @import { RecordData, TableSchema } from "./types" */
/** @import { Sealer } from "./sealing" */
import Dexie from "dexie";
import { compare, partInRange } from "./key_order";
import { listCursor } from "./list_cursor";
import { isOurs, OURS_FROM, OURS_TO, SealedIndex } from "./sealed_index";
import { isSealed, SealedRows } from "./sealed_rows";
import { MARK, VaultChangedError } from "./vault_names";

/** @type {DBCoreKeyRange} */
const EVERYTHING = /** @type {any} */ ({ type: 3, lower: undefined, upper: undefined });

/** @import { Entry } from "./sealed_index" */
/**
 * @typedef {{ entries: Entry[], at: number }} Found what a range of an index holds, in its order,
 *   and where in an entry its value stands
 */

/** How many records are opened in one go. */
const SLICE = 200;

/**
 * Whether a table has an index of its own. Small tables are read whole instead, so that one of
 * their records can be written in a single step (`rowAtOnce`).
 * @param {TableSchema} description
 */
export function isIndexed({ indexes, fields }) {
  return indexes.length > 0 || Object.values(fields).some(({ kind }) => String(kind) === "bytes");
}

/**
 * One table of the database with every record sealed: what stands above it sees plain records.
 *
 * Within a transaction nothing is waited for but the database (small records) or, kept alive by
 * Dexie, the browser's own cipher (large ones).
 */
export class SealedTable extends SealedRows {
  /** Whether a transaction has found the table in the state that is known. */
  /** @type {WeakMap<DBCoreTransaction, Promise<void>>} */
  #checked = new WeakMap();

  /**
   * @param {Sealer} sealer
   * @param {string} name
   * @param {TableSchema} description
   */
  constructor(sealer, name, description) {
    super(sealer, name, description);
    this.index = isIndexed(description) ? new SealedIndex(sealer, name, description) : null;
  }

  /**
   * The table as Dexie's middlewares know one.
   * @param {DBCoreTable} down
   * @returns {Pick<DBCoreTable, "get" | "getMany" | "query" | "openCursor" | "count" | "mutate">}
   */
  over(down) {
    return {
      get: ({ trans, key }) => this.#get(down, trans, [key]).then(([row]) => row),
      getMany: ({ trans, keys }) => this.#get(down, trans, keys),
      query: (request) => this.#query(down, request),
      openCursor: (request) => this.#openCursor(down, request),
      count: ({ trans, query }) =>
        this.#find(down, trans, query.index.name, query.range).then(
          ({ entries }) => entries.length,
        ),
      mutate: (request) => this.#mutate(down, request),
    };
  }

  /**
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {any[]} keys
   * @returns {Promise<any[]>}
   */
  #get(down, trans, keys) {
    const names = keys.map((key) => (key == null ? key : this.nameOf(key)));
    return down.getMany({ trans, keys: names }).then((rows) => this.openAll(rows));
  }

  /**
   * As `#get`, a slice after the other: between two of them the page can answer a tap.
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {any[]} keys
   * @param {any[]} [found]
   * @returns {Promise<any[]>}
   */
  #getMany(down, trans, keys, found = []) {
    const slice = keys.slice(found.length, found.length + SLICE);
    return this.#get(down, trans, slice).then((rows) => {
      found.push(...rows);
      return found.length < keys.length ? this.#getMany(down, trans, keys, found) : found;
    });
  }

  /**
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {string | null | undefined} name
   * @param {DBCoreKeyRange} range
   * @returns {Promise<Found>}
   */
  #find(down, trans, name, range) {
    const { index } = this;
    if (!index) {
      return this.#all(down, trans).then((rows) => {
        const entries = rows.map((row) => [row[this.description.key]]);
        entries.sort(([one], [other]) => compare(one, other));
        return { entries: partInRange(entries, ([key]) => key, range), at: 0 };
      });
    }
    return this.#check(down, trans).then(() => ({
      entries: index.within(name ?? null, range),
      at: index.placeOf(name ?? null),
    }));
  }

  /**
   * Every record of a small table.
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @returns {Promise<RecordData[]>}
   */
  #all(down, trans) {
    const query = { index: down.schema.primaryKey, range: EVERYTHING };
    return down.query({ trans, values: true, query }).then(({ result }) => {
      const ours = result.filter((row) => isOurs(row[this.description.key]));
      this.#isOurState(ours.find((row) => row[this.description.key] === MARK));
      return result.filter(isSealed).map((row) => this.recordIn(row));
    });
  }

  /**
   * @param {DBCoreTable} down
   * @param {any} request
   * @returns {Promise<any>}
   */
  #query(down, { trans, query, values, limit, direction }) {
    const found = this.#find(down, trans, query.index.name, query.range).then(({ entries }) => {
      const ordered = direction === "prev" ? entries.reverse() : entries;
      return ordered.slice(0, limit ?? Infinity).map(([key]) => key);
    });
    const answer = found.then((keys) => {
      if (!values || keys.length === 0) return { result: keys };
      return this.#getMany(down, trans, keys).then((rows) => ({ result: rows.filter(Boolean) }));
    });
    return /** @type {Promise<any>} */ (answer);
  }

  /**
   * @param {DBCoreTable} down
   * @param {any} request
   * @returns {Promise<any>}
   */
  #openCursor(down, { trans, query, values, reverse, unique }) {
    const found = this.#find(down, trans, query.index.name, query.range);
    const opened = found.then(({ entries, at }) => {
      const ordered = reverse ? entries.reverse() : entries;
      const wanted = unique
        ? ordered.filter((entry, nth) => nth === 0 || compare(entry[at], ordered[nth - 1][at]) !== 0)
        : ordered;
      if (wanted.length === 0) return null;
      const fetch = (/** @type {any[]} */ keys) => this.#get(down, trans, keys);
      return listCursor(trans, wanted, at, values ? /** @type {any} */ (fetch) : null);
    });
    return /** @type {Promise<any>} */ (opened);
  }

  /**
   * @param {DBCoreTable} down
   * @param {any} request
   * @returns {Promise<any>}
   */
  #mutate(down, { type, trans, values, keys, range }) {
    const done =
      type === "add" || type === "put"
        ? this.#put(down, trans, type, values)
        : this.#keysToGo(down, trans, keys, range).then((go) => this.#delete(down, trans, go));
    return /** @type {Promise<any>} */ (done);
  }

  /**
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {"add" | "put"} type
   * @param {RecordData[]} records
   */
  #put(down, trans, type, records) {
    const keys = records.map((record) => record[this.description.key]);
    const sealed = this.sealAll(records);
    return /** @type {PromiseLike<any>} */ (sealed).then((/** @type {RecordData[]} */ rows) =>
      this.#check(down, trans).then(() =>
        down.mutate({ type, trans, values: rows }).then((answer) => {
          const kept = records.filter((_record, at) => !answer.failures[at]);
          const result = { ...answer, results: keys, lastResult: keys[keys.length - 1] };
          return this.#writeIndex(down, trans, kept, []).then(() => result);
        }),
      ),
    );
  }

  /**
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {any[] | undefined} keys
   * @param {DBCoreKeyRange} range
   * @returns {Promise<any[]>}
   */
  #keysToGo(down, trans, keys, range) {
    if (keys) return this.#check(down, trans).then(() => keys);
    return this.#find(down, trans, null, range).then(({ entries }) =>
      entries.map(([key]) => key),
    );
  }

  /**
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {any[]} keys
   */
  #delete(down, trans, keys) {
    const names = keys.map((key) => this.nameOf(key));
    return down.mutate({ type: "delete", trans, keys: names }).then((answer) => {
      const result = { ...answer, results: keys };
      return this.#writeIndex(down, trans, [], keys).then(() => result);
    });
  }

  /**
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @param {RecordData[]} come
   * @param {any[]} go
   * @returns {Promise<unknown>}
   */
  #writeIndex(down, trans, come, go) {
    if (!this.index || (come.length === 0 && go.length === 0)) return Dexie.Promise.resolve();
    return down.mutate({ type: "put", trans, values: this.index.change(come, go) });
  }

  /**
   * Makes sure, once for each transaction, that the table is sealed by this key, and that the
   * index in memory is the one on the disk, which another tab may have changed.
   * @param {DBCoreTable} down
   * @param {DBCoreTransaction} trans
   * @returns {Promise<void>}
   */
  #check(down, trans) {
    let checked = this.#checked.get(trans);
    if (!checked) {
      checked = /** @type {Promise<void>} */ (
        down.get({ trans, key: MARK }).then((mark) => {
          this.#isOurState(mark);
          const { index } = this;
          if (!index || mark.version === index.version) return undefined;
          const range = { type: 2, lower: OURS_FROM, upper: OURS_TO };
          const query = { index: down.schema.primaryKey, range: /** @type {any} */ (range) };
          return down
            .query({ trans, values: true, query })
            .then(({ result }) => index.load(mark.version, result));
        })
      );
      this.#checked.set(trans, checked);
    }
    return checked;
  }

  /** @param {RecordData | undefined} mark */
  #isOurState(mark) {
    if (mark?.vault !== this.sealer.keyId) throw new VaultChangedError();
  }
}
