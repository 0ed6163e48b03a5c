/** @import { RecordData, TableSchema } from "./types" */
/** @import { Sealer } from "./sealing" */
import Dexie from "dexie";
import { bytesOf, rowOf } from "./row_bytes";
import { LARGE_BYTES } from "./sealing";

/**
 * A page that is going away may leave a plain draft in a table that another tab has just sealed.
 * @param {RecordData} row
 */
export function isSealed(row) {
  return row.sealed instanceof Uint8Array;
}

/** @param {RecordData} row */
export function sealedIn(row) {
  return /** @type {Uint8Array} */ (row.sealed);
}

/** The records of one table as the sealed rows that lie on the disk. */
export class SealedRows {
  /**
   * @param {Sealer} sealer
   * @param {string} name
   * @param {TableSchema} description
   */
  constructor(sealer, name, description) {
    this.sealer = sealer;
    this.name = name;
    this.description = description;
  }

  /**
   * The row that a record becomes.
   * @param {RecordData} record
   * @returns {RecordData}
   */
  rowAtOnce(record) {
    const name = this.nameOf(record[this.description.key]);
    return this.#row(name, this.sealer.seal(this.name, name, bytesOf(record)));
  }

  /** @param {any} key */
  nameOf(key) {
    return this.sealer.nameOf(this.name, key);
  }

  /**
   * The records in rows; for large ones, the transaction is kept alive meanwhile.
   * @param {(RecordData | undefined)[]} rows
   * @returns {any}
   */
  openAll(rows) {
    const large = rows.some((row) => row && sealedIn(row).length > LARGE_BYTES);
    if (!large) return rows.map((row) => row && this.recordIn(row));
    return Dexie.waitFor(
      Promise.all(
        rows.map(async (row) => {
          if (!row) return undefined;
          const sealed = sealedIn(row);
          if (sealed.length <= LARGE_BYTES) return this.recordIn(row);
          const name = String(row[this.description.key]);
          return rowOf(await this.sealer.openLarge(this.name, name, sealed));
        }),
      ),
    );
  }

  /**
   * @param {RecordData} row
   * @returns {RecordData}
   */
  recordIn(row) {
    const name = String(row[this.description.key]);
    return rowOf(this.sealer.open(this.name, name, sealedIn(row)));
  }

  /**
   * The rows that records become; for large ones, the transaction is kept alive meanwhile.
   * @param {RecordData[]} records
   * @returns {Promise<RecordData[]>}
   */
  sealAll(records) {
    const plain = records.map(bytesOf);
    const names = records.map((record) => this.nameOf(record[this.description.key]));
    if (plain.every((bytes) => bytes.length <= LARGE_BYTES)) {
      const rows = plain.map((bytes, at) =>
        this.#row(names[at], this.sealer.seal(this.name, names[at], bytes)),
      );
      return Dexie.Promise.resolve(rows);
    }
    const sealing = plain.map(async (bytes, at) =>
      this.#row(names[at], await this.sealer.sealLarge(this.name, names[at], bytes)),
    );
    return Dexie.waitFor(Promise.all(sealing));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} sealed
   * @returns {RecordData}
   */
  #row(name, sealed) {
    return { [this.description.key]: name, sealed };
  }
}
