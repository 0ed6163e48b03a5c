/** @import { Records } from "./records" */
/** Taking records off the phone for good, in all tabs. */
import { tellErased } from "./erased";
import { forgetLeftWhere } from "./leaving";
import { DRAFT_TABLE } from "./records";

/**
 * Some days of a table, both included.
 * @typedef {{ table: string, by: string, from: string, to: string }} Days
 */

/**
 * Empties tables, with the drafts of forms; all of it or nothing.
 * @param {Records} records
 * @param {string[]} tables
 * @param {(form: string) => boolean} ofForm whether a form's drafts go too
 */
export async function eraseTables(records, tables, ofForm) {
  const { database, schema } = records;
  const drafts = database.table(DRAFT_TABLE);
  await database.transaction("rw", [...tables, DRAFT_TABLE], async () => {
    for (const table of tables) await database.table(table).clear();
    const keys = /** @type {string[]} */ (await drafts.toCollection().primaryKeys());
    await drafts.bulkDelete(keys.filter((key) => ofForm(formOf(key))));
  });
  forgetLeftWhere(schema.name, (draft) => ofForm(formOf(draft)));
  records.forgetRemoved();
  tellErased(records, tables);
}

/**
 * Takes the records of some days out of a table, with the drafts of changes to them.
 * @param {Records} records
 * @param {Days} days
 */
export async function eraseDays(records, { table, by, from, to }) {
  const { database, schema } = records;
  const drafts = database.table(DRAFT_TABLE);
  /** @type {Set<string>} */
  let gone = new Set();
  await database.transaction("rw", [table, DRAFT_TABLE], async () => {
    const found = database.table(table).where(by).between(from, to, true, true);
    gone = new Set((await found.primaryKeys()).map(String));
    await found.delete();
    const keys = /** @type {string[]} */ (await drafts.toCollection().primaryKeys());
    await drafts.bulkDelete(keys.filter((key) => gone.has(recordOf(key))));
  });
  forgetLeftWhere(schema.name, (draft) => gone.has(recordOf(draft)));
  records.forgetRemoved();
}

/** The form a draft belongs to: its key is the form's name, or that and a record's key. @param {string} draft */
const formOf = (draft) => draft.split(":")[0];

/** The record a draft would change, or "". @param {string} draft */
const recordOf = (draft) => draft.slice(formOf(draft).length + 1);
