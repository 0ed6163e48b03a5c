/** @import { Records } from "./records" */
/**
 * Drafts that could not be kept, as the storage is full or blocked: they come back with their form
 * as long as the app stays open and no vault is locked.
 *
 * @typedef {Record<string, string[]>} Texts
 * @typedef {{ table: string, texts: Texts }} Unkept
 */
import { onErased } from "./erasing";

/** For each database the drafts by their keys. @type {Map<string, Map<string, Unkept>>} */
const unkept = new Map();

/**
 * @param {Records} records
 * @returns {Map<string, Unkept>} by the key of the draft, with the table that its form is for
 */
export function unkeptDrafts(records) {
  const { name } = records.schema;
  const found = unkept.get(name);
  if (found) return found;
  /** @type {Map<string, Unkept>} */
  const drafts = new Map();
  unkept.set(name, drafts);
  records.vault.beforeLocking(() => drafts.clear());
  onErased(records, (tables) => {
    for (const [key, { table }] of drafts) if (tables.includes(table)) drafts.delete(key);
  });
  return drafts;
}
