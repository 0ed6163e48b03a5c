/** @import { StoreSchema } from "./types" */

/** Of this phone alone: in no backup, and untouched when one is brought back. */
const OF_THIS_PHONE = ["Vault"];

/**
 * The tables of a store that are backed up.
 * @param {StoreSchema} schema
 */
export function tablesOf(schema) {
  return Object.keys(schema.tables).filter((name) => !OF_THIS_PHONE.includes(name));
}
