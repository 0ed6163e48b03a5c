/** @import { Records } from "./records" */
import { useSyncExternalStore } from "react";
import { UNKNOWN } from "./vault";

/** @type {WeakMap<Records, (listener: () => void) => () => void>} */
const watching = new WeakMap();

/**
 * Whether there is a lock and how it stands; `unknown` in the prerendered page.
 * @param {Records} records
 */
export function useVault(records) {
  return useSyncExternalStore(subscribeTo(records), records.vault.state, () => UNKNOWN);
}

/**
 * Only whether there is a lock and whether it is open: whole pages hang on it, and need not be
 * drawn again for more.
 * @param {Records} records
 */
export function useVaultMode(records) {
  const mode = () => records.vault.state().mode;
  return useSyncExternalStore(subscribeTo(records), mode, () => UNKNOWN.mode);
}

/** @param {Records} records */
function subscribeTo(records) {
  const known = watching.get(records);
  if (known) return known;
  /** @param {() => void} listener */
  const subscribe = (listener) => {
    // Whether there is a lock stands in the database.
    records.database.open().catch(() => records.vault.tell({ mode: "broken" }));
    return records.vault.subscribe(listener);
  };
  watching.set(records, subscribe);
  return subscribe;
}
