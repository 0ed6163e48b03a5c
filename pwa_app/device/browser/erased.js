/** @import { Records } from "./records" */
/** What one tab tells the others: tables were emptied, and what was typed for them must go too. */

/**
 * @param {Records} records
 * @param {string[]} tables that were emptied
 */
export function tellErased(records, tables) {
  channel(records)?.postMessage({ tables });
}

/**
 * @param {Records} records
 * @param {(tables: string[]) => void} listener called when another tab has emptied tables
 * @returns {() => void} ends it
 */
export function onErased(records, listener) {
  const heard = channel(records);
  heard?.addEventListener("message", ({ data }) => listener(data.tables));
  return () => heard?.close();
}

/** @param {Records} records */
function channel(records) {
  if (!globalThis.BroadcastChannel) return undefined;
  return new BroadcastChannel(`${records.schema.name}:erased`);
}
