/** @import { RecordData } from "./types" */
/** @import { Records } from "./records" */
import { liveQuery } from "dexie";
import { troubleOf } from "./database";
import { HeldValue, useValue } from "./held_value";
import { askToKeep } from "./persistence";

/** @typedef {{ table: string, record: RecordData } | null} Addition */

/**
 * One record of a table as a value: shown at once when it changes, written behind that, and read
 * again after a reload or a crash. Where nothing can be kept it still works while the page is open.
 */
class KeptValue extends HeldValue {
  /** @type {import("dexie").Subscription | undefined} */
  #subscription;
  /** How many changes are not on the disk yet. */
  #unwritten = 0;
  /** Whether it was changed while the vault was locked: then it is written once that is open. */
  #waits = false;
  /** Changes made before the record was read; they are made again from what it holds. */
  #early = /** @type {((value: RecordData | null) => RecordData | null)[]} */ ([]);
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @param {Records} records
   * @param {string} table
   * @param {string} key
   */
  constructor(records, table, key) {
    super();
    this.records = records;
    this.table = table;
    this.key = key;
    records.vault.subscribe(() => {
      if (!this.#waits || records.vault.state().mode !== "open") return;
      this.#waits = false;
      this.#write(null);
    });
  }

  onWatched() {
    if (this.#subscription) return;
    // A live query keeps silent about a database that cannot be opened, and ends when nobody looks
    // any more; a plain read does neither.
    this.records.get(this.table, this.key).then(
      (record) => this.#early.length > 0 && this.#wasRead(record ?? null),
      (error) => this.#wasNotRead(error),
    );
    this.#subscription = liveQuery(() => this.records.get(this.table, this.key)).subscribe(
      (record) => this.#wasRead(record ?? null),
      (error) => this.#wasNotRead(error),
    );
  }

  onUnwatched() {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
  }

  /** @param {(value: RecordData | null) => RecordData | null} step */
  change(step) {
    super.change(step);
    if (this.live().ready) this.#write(null);
    else this.#early.push(step);
  }

  /**
   * Changes the value and adds a record to another table: both or neither.
   * @param {string} table
   * @param {(value: RecordData | null) => RecordData} recordOf
   * @param {(value: RecordData | null) => RecordData | null} step
   */
  changeAndAdd(table, recordOf, step) {
    const { value } = this.live();
    this.#write({ table, record: recordOf(value) }, step(value));
  }

  /** @param {RecordData | null} record */
  #wasRead(record) {
    // A wave that is being ridden goes on while the vault is locked; see docs/decisions/0025.
    const shown = this.records.vault.isLocked && this.live().value !== null;
    // While a change is on its way to the disk, what lies there is older than what is shown.
    const older = this.#unwritten > 0 || this.#waits || shown;
    const value = this.#early.reduce((before, step) => step(before), record);
    this.tell(older ? { ready: true } : { ready: true, value });
    this.#writeEarly();
  }

  /** @param {unknown} error */
  #wasNotRead(error) {
    this.tell({ ready: true, trouble: troubleOf(error) });
    this.#writeEarly();
  }

  #writeEarly() {
    if (this.#early.length === 0) return;
    this.#early = [];
    this.#write(null);
  }

  /**
   * @param {Addition} addition
   * @param {RecordData | null} value
   */
  #write(addition, value = this.live().value) {
    this.#unwritten += 1;
    this.#last = this.#last.then(async () => {
      try {
        await this.#put(addition, value);
        if (addition) {
          this.tell({ value });
          void askToKeep();
        }
        this.tell({ trouble: null });
      } catch (error) {
        this.#failed(troubleOf(error), addition);
      } finally {
        this.#unwritten -= 1;
      }
    });
  }

  /**
   * @param {import("./types").Trouble} trouble
   * @param {Addition} addition
   */
  #failed(trouble, addition) {
    const waits = trouble === "locked" && addition === null;
    if (waits) this.#waits = true;
    this.tell({ trouble: waits ? null : trouble });
  }

  /**
   * @param {Addition} addition
   * @param {RecordData | null} value
   */
  async #put(addition, value) {
    const tables = addition ? [this.table, addition.table] : [this.table];
    await this.records.database.transaction("rw", tables, async () => {
      if (addition) await this.records.put(addition.table, addition.record);
      if (value === null) await this.records.database.table(this.table).delete(this.key);
      else await this.records.put(this.table, { ...value, [this.#keyField]: this.key });
    });
  }

  get #keyField() {
    return this.records.schema.tables[this.table].key;
  }
}

/** @type {Map<string, KeptValue>} */
const kept = new Map();

/**
 * The record with a key as a value; null where there is none.
 * @param {Records} records
 * @param {string} table
 * @param {string} key
 */
export function useKept(records, table, key) {
  const name = JSON.stringify([records.schema.name, table, key]);
  let value = kept.get(name);
  if (!value) {
    value = new KeptValue(records, table, key);
    kept.set(name, value);
  }
  return useValue(value);
}
