/**
 * The data key between the pages of the app, through the service worker, in memory only. The names
 * are those of the service worker's messages (pwa/browser/names.js).
 */
/** @typedef {{ key: string, turn: unknown }} About the vault's key id, and when it was locked last */
/** @typedef {{ about: About, bytes: ArrayBuffer }} Secret `bytes` is the data key */

export const LEFT = "SECRET_LEFT";
export const ASKED = "SECRET_ASKED";
export const WANTED = "SECRET_WANTED";
export const FORGOTTEN = "SECRETS_FORGOTTEN";

/** Longer than the service worker takes for its answer. */
const LONGEST_MS = 2000;

/** The service worker that serves this page; none in old browsers or where it is not allowed. */
export function keeper() {
  return navigator.serviceWorker?.controller ?? null;
}

/**
 * Where a tab remembers that its last page has left a key for the next one. It is no secret: it
 * opens nothing by itself, and is good for once, within seconds.
 * @param {string} database
 */
const ticketOf = (database) => `${database}:handed-on`;

/** Set in a tab that was left quickly (LEAVING_KEY in pwa/browser/names.js). */
/** @param {string} database */
const leavingOf = (database) => `${database}:leaving`;

/** @param {string} database */
export function ticketIn(database) {
  return reach((storage) => storage.getItem(ticketOf(database))) ?? null;
}

/** @param {string} database */
export function dropTicket(database) {
  reach((storage) => storage.removeItem(ticketOf(database)));
}

/**
 * A new ticket in this tab; null where it can keep none, or was left quickly.
 * @param {string} database
 */
export function newTicket(database) {
  const ticket = crypto.randomUUID();
  const kept = reach((storage) => {
    if (storage.getItem(leavingOf(database)) !== null) return false;
    storage.setItem(ticketOf(database), ticket);
    return true;
  });
  return kept ? ticket : null;
}

/**
 * What the last page of this tab has left, or another open page gives; null where there is none.
 * @param {ServiceWorker} worker
 * @param {string | null} ticket
 * @returns {Promise<Secret | null>}
 */
export function askFor(worker, ticket) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const answer = (/** @type {Secret | null} */ secret) => {
      clearTimeout(late);
      port1.close();
      resolve(secret);
    };
    const late = setTimeout(() => answer(null), LONGEST_MS);
    port1.onmessage = ({ data }) => answer(data);
    worker.postMessage({ type: ASKED, ticket }, [port2]);
  });
}

/**
 * @template Result
 * @param {(storage: Storage) => Result} use
 * @returns {Result | undefined} nothing where this storage is blocked or full
 */
function reach(use) {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
