/** What a backup holds, a few records at a time, and only what this version of the app can keep. */
/** @import { Batch, Settings } from "./backup_types" */
/** @import { LineReader } from "./backup_lines" */
/** @import { RecordData, StoreSchema } from "./types" */
import { BackupError } from "./backup_error";
import { fits } from "./backup_rows";
import { isSetting } from "./backup_settings";
import { tablesOf } from "./backup_tables";
import { fromJson } from "./backup_values";
import { fromBase64 } from "./base64";

/** One record of more bytes is none of ours, and too much for a phone to hold. */
const MOST_BYTES = 64 * 1024 * 1024;

export class Batches {
  /** Large bytes whose record has not come yet. @type {Uint8Array[]} */
  #parts = [];

  /**
   * @param {LineReader} lines
   * @param {StoreSchema} schema
   * @param {Settings} settings
   */
  constructor(lines, schema, settings) {
    this.lines = lines;
    this.schema = schema;
    this.settings = settings;
    this.tables = tablesOf(schema);
  }

  /**
   * @returns {Promise<Batch | null>} null at the end
   * @throws {BackupError}
   */
  async next() {
    const items = await this.lines.next();
    if (items === null) return null;
    /** @type {Batch} */
    const batch = { rows: {}, settings: {}, unfit: 0 };
    for (const item of items) {
      if (typeof item.bytes === "string") this.#gather(item.bytes);
      else this.#sort(item, batch);
    }
    return batch;
  }

  /** @param {string} text */
  #gather(text) {
    try {
      this.#parts.push(fromBase64(text));
    } catch {
      throw new BackupError("damaged");
    }
    const bytes = this.#parts.reduce((sum, part) => sum + part.length, 0);
    if (bytes > MOST_BYTES) throw new BackupError("refused");
  }

  /** @param {Record<string, any>} item @param {Batch} batch */
  #sort(item, batch) {
    const row = this.#rowOf(item);
    if (row) (batch.rows[item.table] ??= []).push(row);
    else if (isSetting(this.settings, item.setting, item.value)) {
      batch.settings[item.setting] = item.value;
    } else batch.unfit += 1;
    this.#parts = [];
  }

  /**
   * @param {Record<string, any>} item
   * @returns {RecordData | null} null where no table of ours can keep it
   */
  #rowOf({ table, row }) {
    if (!this.tables.includes(table)) return null;
    try {
      const record = fromJson(row, this.#parts);
      return fits(this.schema.tables[table], record) ? record : null;
    } catch {
      return null;
    }
  }
}
