/** @import { RecordData } from "./types" */
/** @import { Records } from "./records" */

/** After every day there can be. */
const END = "\uffff";

/** Reads a table that has an index of days, YYYY-MM-DD, in stretches of days. */
export class DayReading {
  /**
   * @param {Records} records
   * @param {string} table
   * @param {string} by the indexed field with the day
   * @param {string} within the field that orders a day's records
   */
  constructor(records, table, by, within) {
    this.table = records.database.table(table);
    this.key = records.schema.tables[table].key;
    this.by = by;
    this.within = within;
  }

  /**
   * Reads several things in one go: the phone is asked for a way in only once.
   * @template Found
   * @param {() => Promise<Found>} reading
   * @returns {Promise<Found>}
   */
  inOneGo(reading) {
    return this.table.db.transaction("r", this.table, reading);
  }

  /**
   * The days of the records before a day, the newest first, each as often as it has records.
   * @param {string | null} day null for the end
   * @param {boolean} inside whether the day is one of them
   * @param {number} count at most so many
   */
  keysBelow(day, inside, count) {
    const days = this.table.where(this.by).between("", day ?? END, true, inside);
    return days.reverse().limit(count).keys();
  }

  /**
   * The days of the records after a day, the oldest first.
   * @param {string} day
   * @param {number} count at most so many
   */
  keysAbove(day, count) {
    return this.table.where(this.by).above(day).limit(count).keys();
  }

  /**
   * The first and the last day that has records; where there are none, the last is before the
   * first.
   * @returns {Promise<[string, string]>}
   */
  async ends() {
    const days = this.table.orderBy(this.by);
    const [first] = await days.limit(1).keys();
    const [last] = await this.keysBelow(null, true, 1);
    return [String(first ?? END), String(last ?? "")];
  }

  /**
   * The records of some days, the newest first.
   * @param {string | null} oldest
   * @param {string | null} newest
   * @param {boolean} [inside] whether the newest day is one of them
   * @returns {Promise<RecordData[]>}
   */
  async between(oldest, newest, inside = true) {
    const days = this.table.where(this.by).between(oldest ?? "", newest ?? END, true, inside);
    const rows = await days.toArray();
    return rows.sort(
      (one, other) =>
        compare(other[this.by], one[this.by]) || compare(other[this.within], one[this.within]),
    );
  }

  /**
   * The records with these keys, as far as they are there.
   * @param {string[]} keys
   * @returns {Promise<RecordData[]>}
   */
  async withKeys(keys) {
    const rows = await this.table.bulkGet(keys);
    return rows.filter((row) => row !== undefined);
  }
}

/**
 * A day so many days before another, counted on the calendar alone.
 * @param {string} day YYYY-MM-DD
 * @param {number} count
 */
export function daysBefore(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}

/** @param {unknown} one @param {unknown} other */
function compare(one, other) {
  const [before, after] = [String(one), String(other)];
  return before < after ? -1 : Number(before > after);
}
