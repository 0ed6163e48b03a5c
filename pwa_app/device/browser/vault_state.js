/** @import { Records } from "./records" */
import { useSyncExternalStore } from "react";
import { UNKNOWN } from "./vault";

/**
 * How long opening the database may take, in milliseconds, before the person is told. A tab that
 * hangs neither closes it nor says that it does not.
 */
const PATIENCE_MS = 4000;

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
    open(records);
    return records.vault.subscribe(listener);
  };
  watching.set(records, subscribe);
  return subscribe;
}

/**
 * Whether there is a lock stands in the database.
 * @param {Records} records
 */
function open({ database, vault }) {
  const late = setTimeout(vault.heldUp, PATIENCE_MS);
  database
    .open()
    .catch(() => vault.tell({ mode: "broken" }))
    .finally(() => clearTimeout(late));
}
