/**
 * Drafts that a page leaves behind as it goes. A page that is gone takes with it whatever a busy
 * database has not begun to write; the browser's plain storage has it before the call returns.
 * Each stays here only until the database has it, and none comes here while there is a vault.
 *
 * @typedef {Record<string, string[]>} Texts
 */
import { forgetUnkeptWhere } from "./unkept_drafts";

/** @param {string} database */
const placeOf = (database) => `${database}:left:`;

/** @param {string} database @param {string} draft */
const nameOf = (database, draft) => placeOf(database) + draft;

/**
 * @param {string} database
 * @param {string} draft
 * @param {Texts} texts
 */
export function leaveBehind(database, draft, texts) {
  reach((storage) => storage.setItem(nameOf(database, draft), JSON.stringify(texts)));
}

/**
 * @param {string} database
 * @param {string} draft
 * @returns {Texts | null}
 */
export function leftBehind(database, draft) {
  return reach((storage) => JSON.parse(storage.getItem(nameOf(database, draft)) ?? "null")) ?? null;
}

/**
 * Lets go of what was left behind, and of what is held because it could not be kept.
 * @param {string} database
 * @param {(draft: string) => boolean} goes
 */
export function forgetLeftWhere(database, goes) {
  for (const draft of draftsLeft(database).filter(goes)) forget(database, draft);
  forgetUnkeptWhere(database, goes);
}

/** @param {string} database @param {string} draft */
export function forgetLeft(database, draft) {
  forget(database, draft);
  forgetUnkeptWhere(database, (held) => held === draft);
}

/**
 * Puts all of them into the table of drafts, so that none stays outside the database.
 * @param {import("dexie").Dexie} database
 * @param {string} table
 */
export async function bringInLeft(database, table) {
  for (const form of draftsLeft(database.name)) {
    const values = leftBehind(database.name, form);
    if (values) await database.table(table).put({ form, values });
    forget(database.name, form);
  }
}

/** @param {string} database @param {string} draft */
function forget(database, draft) {
  reach((storage) => storage.removeItem(nameOf(database, draft)));
}

/** @param {string} database */
function draftsLeft(database) {
  const place = placeOf(database);
  const names = reach((storage) => Object.keys(storage)) ?? [];
  return names.filter((name) => name.startsWith(place)).map((name) => name.slice(place.length));
}

/**
 * Where this storage is blocked or full there is still the database.
 * @template Result
 * @param {(storage: Storage) => Result} use
 * @returns {Result | undefined}
 */
function reach(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
