/**
 * Ends what is still being read or written when WebKit puts a page away.
 *
 * WebKit keeps a page that is left, so that Back shows it at once; and with it what was under way
 * in the database, which then never ends. Every later page of the site waits for it, and can neither
 * read nor write (seen in WebKitGTK 2.50; https://github.com/jakearchibald/idb-keyval/issues/180).
 * Elsewhere a browser that keeps such a page lets it go as soon as another page has to wait. What
 * else was tried is in docs/decisions/0035-webkit-ends-what-is-under-way.md.
 *
 * Nothing that was confirmed is lost: it was on the disk. A write that was given out of hand as a
 * whole (`putAtOnce` in records.js) goes on, as it cannot be ended any more.
 */

const WEBKIT = "Apple Computer, Inc.";

/** @type {Set<IDBTransaction>} */
const underWay = new Set();
let followed = false;

/** Follows every transaction of this page from now on, where that is needed. */
export function endWhenPutAway() {
  if (followed || !("IDBDatabase" in globalThis) || navigator.vendor !== WEBKIT) return;
  followed = true;
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (
    /** @type {Parameters<typeof open>} */ ...given
  ) {
    const request = open.apply(this, given);
    request.addEventListener("upgradeneeded", () => follow(request.transaction));
    return request;
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (
    /** @type {Parameters<typeof transaction>} */ ...given
  ) {
    const begun = transaction.apply(this, given);
    follow(begun);
    return begun;
  };
  addEventListener("pagehide", ({ persisted }) => persisted && endAll());
}

/** @param {IDBTransaction | null} transaction */
function follow(transaction) {
  if (!transaction) return;
  underWay.add(transaction);
  for (const end of ["complete", "abort"]) {
    transaction.addEventListener(end, () => underWay.delete(transaction));
  }
}

function endAll() {
  for (const transaction of underWay) {
    try {
      transaction.abort();
    } catch {
      // It was given out of hand as a whole, and ends by itself.
    }
  }
}
