import Dexie from "dexie";

/** One chunk takes far less; a phone that needs longer has come to a stop. */
const LONGEST_MS = 120_000;

/**
 * Does something that is no use of the database, and keeps the transaction open that is running: a
 * transaction would end by itself while nothing is asked of it.
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function meanwhile(work) {
  // Dexie's types leave out that it takes a function, which it runs outside the transaction.
  return /** @type {any} */ (Dexie).waitFor(work, LONGEST_MS);
}
