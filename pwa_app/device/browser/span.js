/** @import { RecordData, Trouble } from "./types" */
/** @import { Records } from "./records" */
import { liveQuery } from "dexie";
import { troubleOf } from "./database";

/**
 * Tells of the rows whose indexed field lies between two values, both included: now, and after
 * every write. Only these rows are read, however many there are besides.
 * @param {Records} records
 * @param {string} table
 * @param {{ field: string, least: string, most: string }} span the key or an indexed field
 * @param {(rows: RecordData[], trouble: Trouble | null) => void} listener
 * @returns {() => void} ends it
 */
export function followSpan(records, table, { field, least, most }, listener) {
  const query = () => rowsBetween(records, table, field, least, most);
  const subscription = liveQuery(query).subscribe(
    (rows) => listener(rows, null),
    (error) => listener([], troubleOf(error)),
  );
  return () => subscription.unsubscribe();
}

/**
 * @param {Records} records
 * @param {string} table
 * @param {string} field
 * @param {string} least
 * @param {string} most
 * @returns {Promise<RecordData[]>}
 */
export async function rowsBetween(records, table, field, least, most) {
  try {
    const found = records.database.table(table).where(field).between(least, most, true, true);
    return await found.toArray();
  } catch (error) {
    // A live query waits for ever on a closed database: what kept it closed is the error to tell.
    throw /** @type {any} */ (error)?.inner ?? error;
  }
}
