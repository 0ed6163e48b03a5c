/** @import { StoreSchema, Trouble } from "./types" */
import Dexie from "dexie";
import { whenIdle } from "./idle";
import { beginNewLog } from "./new_log";
import { endWhenPutAway } from "./put_away";

/** A browser that has opened the database once does let the app keep things. */
let wasOpen = false;

/**
 * Opens (or makes) the database that a schema describes. Opening waits for the first use.
 * @param {StoreSchema} schema
 * @returns {import("dexie").Dexie}
 */
export function openDatabase(schema) {
  endWhenPutAway();
  // "strict": a write is confirmed only once it is on the disk, so that what the person was
  // told is saved is still there when the phone dies a second later.
  const database = new Dexie(schema.name, { chromeTransactionDurability: "strict" });
  database.version(schema.version).stores(
    Object.fromEntries(
      Object.entries(schema.tables).map(([name, table]) => [
        name,
        [table.key, ...table.indexes].join(", "),
      ]),
    ),
  );
  database.on("ready", () => {
    if (!wasOpen) whenIdle(() => beginNewLog(`${schema.name}-log`));
    wasOpen = true;
  });
  return database;
}

/**
 * Which of our sentences an error of the database calls for.
 * @param {unknown} error
 * @returns {Trouble}
 */
export function troubleOf(error) {
  const names = [error, /** @type {any} */ (error)?.inner].map((one) => one?.name);
  if (names.includes("LockedError") || names.includes("VaultChangedError")) return "locked";
  if (names.includes("QuotaExceededError")) return "full";
  const blocked = ["OpenFailedError", "MissingAPIError", "SecurityError", "InvalidStateError"];
  // Chromium's name for a storage that a setting denies, but also for a disk that stumbled once.
  if (!wasOpen) blocked.push("UnknownError");
  return names.some((name) => blocked.includes(name)) ? "blocked" : "broken";
}
