/** @import { RecordData, StoreSchema, Trouble } from "./types" */
/** @typedef {{ table: string, record: RecordData }} Kept */
/** @typedef {Kept & { owned: Kept[], drafts: RecordData[] }} Removed */
import { openDatabase, troubleOf } from "./database";
import { forgetLeftWhere } from "./leaving";
import { filledIn, problemsOf } from "./values";
import { Vault } from "./vault";

export const DRAFT_TABLE = "Draft";

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
  /** @type {Removed | null} */
  #removed = null;
  /** @type {Trouble | null} */
  #trouble = null;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {StoreSchema} schema */
  constructor(schema) {
    this.schema = schema;
    this.database = openDatabase(schema);
    this.vault = new Vault(this.database, schema);
    this.vault.beforeLocking(() => this.#remember(null));
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
   * Keeps several records: all of them or none.
   * @param {{ table: string, record: RecordData }[]} given
   * @returns {Promise<Record<string, RecordData>>} the record kept last in each table
   * @throws {InvalidRecordError}
   */
  async putAll(given) {
    /** @type {Record<string, RecordData>} */
    const kept = {};
    await this.database.transaction("rw", [...new Set(given.map(({ table }) => table))], async () => {
      for (const { table, record } of given) kept[table] = await this.put(table, record);
    });
    return kept;
  }

  /**
   * Hands a whole record to the browser before this call returns, so that the page may go away
   * right after; live answers are not told. Where the database is not open it is opened first.
   * Only for tables that are small (see `isIndexed` in sealed_table.js).
   * @param {string} table
   * @param {RecordData} record
   * @returns {Promise<unknown>} settled once the record is on the disk, or cannot be
   */
  putAtOnce(table, record) {
    if (!this.database.isOpen()) return this.put(table, record);
    return new Promise((resolve, reject) => {
      const row = this.vault.rowAtOnce(table, record);
      const transaction = this.database.backendDB().transaction(table, "readwrite");
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      transaction.objectStore(table).put(row);
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
   * Removes a record with what it owns and the drafts of a change to it, and remembers them, so
   * that `restore` can bring them back.
   * @param {string} table
   * @param {string} key
   */
  async remove(table, key) {
    const drafts = this.database.table(DRAFT_TABLE);
    await this.database.transaction("rw", this.#tablesOf(table), async () => {
      const record = await this.database.table(table).get(key);
      if (!record) return;
      const owned = await this.#owned(table, record);
      const changes = (await drafts.toArray()).filter(({ form }) => form.endsWith(`:${key}`));
      for (const one of owned) await this.database.table(one.table).delete(this.#keyOf(one));
      await this.database.table(table).delete(key);
      await drafts.bulkDelete(changes.map(({ form }) => form));
      this.#remember({ table, record, owned, drafts: changes });
    });
    forgetLeftWhere(this.schema.name, (draft) => draft.endsWith(`:${key}`));
  }

  /**
   * The tables that a record of this one may reach into, itself and the drafts among them.
   * @param {string} table
   */
  #tablesOf(table) {
    const fields = Object.values(this.schema.tables[table].fields);
    return [...new Set([table, DRAFT_TABLE, ...fields.flatMap(({ owns }) => owns ?? [])])];
  }

  /**
   * The records that come and go with this one.
   * @param {string} table
   * @param {RecordData} record
   * @returns {Promise<Kept[]>}
   */
  async #owned(table, record) {
    /** @type {Kept[]} */
    const owned = [];
    for (const [name, { owns }] of Object.entries(this.schema.tables[table].fields)) {
      if (!owns || record[name] === undefined) continue;
      const one = await this.get(owns, String(record[name]));
      if (one) owned.push({ table: owns, record: one });
    }
    return owned;
  }

  /** @param {Kept} kept */
  #keyOf({ table, record }) {
    return String(record[this.schema.tables[table].key]);
  }

  /**
   * Changes some fields of the record with this key, or makes one; null takes a field out.
   * @param {string} table
   * @param {string} key
   * @param {RecordData} change
   * @returns {Promise<RecordData>} the record as kept
   * @throws {InvalidRecordError}
   */
  async merge(table, key, change) {
    return this.database.transaction("rw", table, async () => {
      const before = (await this.get(table, key)) ?? { [this.schema.tables[table].key]: key };
      const whole = Object.entries({ ...before, ...change }).filter(([, value]) => value != null);
      return this.put(table, Object.fromEntries(whole));
    });
  }

  /**
   * Exchanges the values of a field between two records.
   * @param {string} table
   * @param {string} field
   * @param {string} one
   * @param {string} other
   */
  async swap(table, field, one, other) {
    await this.database.transaction("rw", table, async () => {
      const [first, second] = await this.database.table(table).bulkGet([one, other]);
      if (!first || !second) return;
      await this.merge(table, one, { [field]: second[field] });
      await this.merge(table, other, { [field]: first[field] });
    });
  }

  /**
   * Runs a change, and remembers why it did not work, for `useTrouble`.
   * @param {(records: Records) => Promise<unknown>} change
   */
  async attempt(change) {
    /** @type {Trouble | null} */
    let trouble = null;
    try {
      await change(this);
    } catch (error) {
      trouble = troubleOf(error);
    }
    this.#trouble = trouble;
    for (const listener of this.#listeners) listener();
  }

  /** @returns {Trouble | null} why the last change did not work */
  lastTrouble = () => this.#trouble;

  /** Brings the record back that was removed last. */
  async restore() {
    const removed = this.#removed;
    if (!removed) return;
    await this.database.transaction("rw", this.#tablesOf(removed.table), async () => {
      for (const { table, record } of removed.owned) await this.database.table(table).put(record);
      await this.database.table(removed.table).put(removed.record);
      await this.database.table(DRAFT_TABLE).bulkPut(removed.drafts);
    });
    this.#remember(null);
  }

  /** What was removed last cannot be brought back any more. */
  forgetRemoved() {
    this.#remember(null);
  }

  /** @returns {Removed | null} the record removed last */
  lastRemoved = () => this.#removed;

  /** @param {() => void} listener called when what was removed, or went wrong, last has changed */
  onChange = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param {Removed | null} removed */
  #remember(removed) {
    this.#removed = removed;
    for (const listener of this.#listeners) listener();
  }
}
