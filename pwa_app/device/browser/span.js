/** @import { RecordData, Trouble } from "./types" */
/** @import { Records } from "./records" */
/** @typedef {{ ready: boolean, trouble: Trouble | null, rows: RecordData[] }} Answer */
import { liveQuery } from "dexie";
import { useEffect, useState } from "react";
import { troubleOf } from "./database";

/** @type {Answer} */
const WAITING = Object.freeze({ ready: false, trouble: null, rows: [] });

/**
 * The rows whose indexed field lies between two values, both included, kept up to date with every
 * write. Only these rows are read, however many there are besides. What was read before stays
 * until the rows of another span are there.
 * @param {Records} records
 * @param {string} table
 * @param {string} field the key or an indexed field
 * @param {string | null} least null while it is not known, and nothing is read
 * @param {string | null} most
 * @returns {Answer}
 */
export function useSpan(records, table, field, least, most) {
  const [answer, setAnswer] = useState(WAITING);
  useEffect(() => {
    if (least === null || most === null) return undefined;
    const query = () => rowsBetween(records, table, field, least, most);
    const subscription = liveQuery(query).subscribe(
      (rows) => setAnswer({ ready: true, trouble: null, rows }),
      (error) => setAnswer({ ready: true, trouble: troubleOf(error), rows: [] }),
    );
    return () => subscription.unsubscribe();
  }, [records, table, field, least, most]);
  return answer;
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
