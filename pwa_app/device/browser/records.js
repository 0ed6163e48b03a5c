/** @import { RecordData, StoreSchema } from "./types" */
import { openDatabase } from "./database";
import { filledIn, problemsOf } from "./values";

/** A record was to be written that its table does not allow. */
export class InvalidRecordError extends Error {
  /** @param {string} table @param {import("./types").Problems} problems */
  constructor(table, problems) {
    super(`${table}: ${JSON.stringify(problems)}`);
    this.name = "InvalidRecordError";
    this.problems = problems;
  }
}

/** The records of one database: reading, writing, removing, and taking back a removal. */
export class Records {
  /** @type {{ table: string, record: RecordData } | null} */
  #removed = null;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {StoreSchema} schema */
  constructor(schema) {
    this.schema = schema;
    this.database = openDatabase(schema);
  }

  /**
   * Keeps a record: a new one, or a change to the one with the same key.
   * @param {string} table
   * @param {RecordData} record
   * @returns {Promise<RecordData>} the record as kept
   * @throws {InvalidRecordError}
   */
  async put(table, record) {
    const description = this.schema.tables[table];
    const whole = filledIn(description, record, new Date());
    const problems = problemsOf(description, whole);
    if (Object.keys(problems).length > 0) throw new InvalidRecordError(table, problems);
    await this.database.table(table).put(whole);
    return whole;
  }

  /**
   * Hands a whole record to the browser before this call returns, so that the page may go away
   * right after; live answers are not told. Where the database is not open it is opened first.
   * @param {string} table
   * @param {RecordData} record
   * @returns {Promise<unknown>} settled once the record is on the disk, or cannot be
   */
  putAtOnce(table, record) {
    if (!this.database.isOpen()) return this.put(table, record);
    return new Promise((resolve, reject) => {
      const transaction = this.database.backendDB().transaction(table, "readwrite");
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      transaction.objectStore(table).put(record);
      transaction.commit();
    });
  }

  /**
   * @param {string} table
   * @param {string} key
   * @returns {Promise<RecordData | undefined>}
   */
  get(table, key) {
    return this.database.table(table).get(key);
  }

  /**
   * Removes a record and remembers it, so that `restore` can bring it back.
   * @param {string} table
   * @param {string} key
   */
  async remove(table, key) {
    await this.database.transaction("rw", table, async () => {
      const record = await this.database.table(table).get(key);
      await this.database.table(table).delete(key);
      if (record) this.#remember({ table, record });
    });
  }

  /** Brings the record back that was removed last. */
  async restore() {
    const removed = this.#removed;
    if (!removed) return;
    await this.database.table(removed.table).put(removed.record);
    this.#remember(null);
  }

  /** @returns {{ table: string, record: RecordData } | null} the record removed last */
  lastRemoved = () => this.#removed;

  /** @param {() => void} listener */
  onRemovedChange = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param {{ table: string, record: RecordData } | null} removed */
  #remember(removed) {
    this.#removed = removed;
    for (const listener of this.#listeners) listener();
  }
}
