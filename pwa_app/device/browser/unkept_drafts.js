/** @import { Records } from "./records" */
/**
 * Drafts that could not be kept, as the storage is full or blocked: they come back with their form
 * as long as the app stays open and no vault is locked.
 *
 * @typedef {Record<string, string[]>} Texts
 * @typedef {{ table: string, texts: Texts, whole: boolean }} Unkept the table that the form is for;
 *   `whole` where the texts are all that the form holds, and not only what was typed before it had
 *   been told of what is kept
 */
import { onErased } from "./erased";

/** For each database the drafts by their keys. @type {Map<string, Map<string, Unkept>>} */
const unkept = new Map();

/**
 * @param {Records} records
 * @param {string} draft its key
 * @param {Unkept} what
 */
export function holdUnkept(records, draft, what) {
  if (!records.vault.isLocked) draftsOf(records).set(draft, what);
}

/**
 * @param {string} database
 * @param {string} draft
 */
export function unkeptDraft(database, draft) {
  return unkept.get(database)?.get(draft);
}

/**
 * @param {string} database
 * @param {(draft: string) => boolean} goes
 */
export function forgetUnkeptWhere(database, goes) {
  const drafts = unkept.get(database);
  for (const draft of drafts?.keys() ?? []) if (goes(draft)) drafts?.delete(draft);
}

/** @param {Records} records */
function draftsOf(records) {
  const { vault, schema } = records;
  const found = unkept.get(schema.name);
  if (found) return found;
  /** @type {Map<string, Unkept>} */
  const drafts = new Map();
  unkept.set(schema.name, drafts);
  vault.subscribe(() => {
    if (vault.isLocked) drafts.clear();
  });
  onErased(records, (tables) => {
    for (const [draft, { table }] of drafts) if (tables.includes(table)) drafts.delete(draft);
  });
  return drafts;
}
