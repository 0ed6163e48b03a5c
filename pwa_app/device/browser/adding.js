/** @import { RecordData } from "./types" */
/** @import { Records } from "./records" */
import { askToKeep } from "./persistence";
import { InvalidRecordError } from "./records";
import { filledIn, problemsOf } from "./values";

/**
 * Adds new records to a table: all of them, or none.
 * @param {Records} records
 * @param {string} table
 * @param {RecordData[]} rows
 * @throws {InvalidRecordError} one of them cannot be kept
 */
export async function addAll(records, table, rows) {
  const description = records.schema.tables[table];
  const now = new Date();
  const whole = rows.map((row) => filledIn(description, row, now));
  for (const row of whole) {
    const problems = problemsOf(description, row);
    if (Object.keys(problems).length > 0) throw new InvalidRecordError(table, problems);
  }
  const { database } = records;
  await database.transaction("rw", table, () => database.table(table).bulkAdd(whole));
  void askToKeep();
}
