/** Brings a backup back: looked through as a whole first, then all of it or none. */
/** @import { Backup } from "./backup_read" */
/** @import { Contents, Decide, Fate, Settings, TableCount } from "./backup_types" */
/** @import { Records } from "./records" */
/** @import { RecordData } from "./types" */
import { Batches } from "./backup_batches";
import { BackupError } from "./backup_error";
import { meanwhile } from "./backup_meanwhile";
import { isSetting, putSettings, settingsIn, tooMany } from "./backup_settings";
import { tablesOf } from "./backup_tables";
import { equal } from "./backup_values";
import { askToKeep } from "./persistence";
import { DRAFT_TABLE } from "./records";
import { momentField } from "./values";

/** The draft under which settings wait until the page that brought them back opens anew. */
const WAITING = "settings-of-a-backup";

/**
 * Reads a backup to its end and tells what it would bring; nothing is written.
 * @param {Records} records
 * @param {Backup} backup
 * @param {{ decide: Decide, settings: Settings, progress: (share: number) => void }} how
 * @returns {Promise<Contents>}
 * @throws {BackupError}
 */
export async function lookThrough(records, backup, { decide, settings, progress }) {
  const counts = await countsOf(records);
  /** @type {Record<string, string>} */
  const found = {};
  let unfit = 0;
  const lines = backup.lines(progress);
  const batches = new Batches(lines, records.schema, settings);
  for (let batch = null; (batch = await batches.next()); ) {
    unfit += batch.unfit;
    Object.assign(found, batch.settings);
    for (const [name, rows] of Object.entries(batch.rows)) {
      const fates = await fatesOf(records, name, rows, decide);
      for (const fate of fates) counts[name].fates[fate] += 1;
      counts[name].found += rows.length;
    }
    if (tooMany(found)) throw new BackupError("refused");
  }
  if (lines.head.schema > backup.schema) throw new BackupError("newer");
  const tables = Object.values(counts);
  return { head: lines.head, tables, settings: Object.keys(found).length, unfit };
}

/**
 * Puts what a backup holds into the store: in the place of what is there, or beside it.
 * @param {Records} records
 * @param {Backup} backup
 * @param {{
 *   replace: boolean, decide: Decide, settings: Settings, progress: (share: number) => void,
 * }} how
 * @throws {BackupError} and then nothing has changed, as with every other error
 */
export async function restore(records, backup, { replace, decide, settings, progress }) {
  const { database, schema } = records;
  const names = tablesOf(schema);
  /** @type {Record<string, string>} */
  const chosen = {};
  // One transaction: a phone that dies in the middle has all it had before, or all that came.
  await database.transaction("rw", names, async () => {
    if (replace) for (const name of names) await database.table(name).clear();
    const batches = new Batches(backup.lines(progress), schema, settings);
    for (let batch = null; (batch = await meanwhile(() => batches.next())); ) {
      for (const [name, rows] of Object.entries(batch.rows)) {
        const fates = replace ? [] : await fatesOf(records, name, rows, decide);
        const written = rows.filter((_, at) => replace || ["new", "newer"].includes(fates[at]));
        await database.table(name).bulkPut(written);
      }
      Object.assign(chosen, batch.settings);
    }
    const kept = replace ? {} : settingsIn(settings);
    const values = Object.entries({ ...chosen, ...kept }).map(([name, value]) => [name, [value]]);
    await database.table(DRAFT_TABLE).put({ form: WAITING, values: Object.fromEntries(values) });
  });
  void askToKeep();
}

/**
 * Puts settings that were brought back where they belong. They wait among the records, because
 * web storage knows no transaction.
 * @param {Records} records
 * @param {Settings} settings
 */
export async function settle(records, settings) {
  const drafts = records.database.table(DRAFT_TABLE);
  const waiting = await drafts.get(WAITING);
  if (!waiting) return;
  /** @type {[string, string[]][]} */
  const values = Object.entries(waiting.values);
  const sound = values.filter(([name, [value]]) => isSetting(settings, name, value));
  putSettings(settings, Object.fromEntries(sound.map(([name, [value]]) => [name, value])));
  await drafts.delete(WAITING);
}

/** @param {Records} records @returns {Promise<Record<string, TableCount>>} */
async function countsOf({ database, schema }) {
  /** @type {Record<string, TableCount>} */
  const counts = {};
  for (const table of tablesOf(schema)) {
    const here = await database.table(table).count();
    counts[table] = { table, found: 0, here, fates: { new: 0, same: 0, newer: 0, kept: 0 } };
  }
  return counts;
}

/**
 * @param {Records} records
 * @param {string} name
 * @param {RecordData[]} rows
 * @param {Decide} decide
 * @returns {Promise<Fate[]>}
 */
async function fatesOf({ database, schema }, name, rows, decide) {
  const { key } = schema.tables[name];
  const moment = momentField(schema.tables[name]) ?? "";
  const here = await database.table(name).bulkGet(rows.map((row) => String(row[key])));
  return rows.map((row, at) => {
    const kept = here[at];
    const [foundAt, keptAt] = [row, kept].map((one) => String(one?.[moment] ?? ""));
    return decide(kept !== undefined, equal(row, kept), foundAt, keptAt);
  });
}
