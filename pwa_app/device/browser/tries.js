/** Wrong tries, which cost more and more time; counted on the disk, so that a reload saves none. */
/** @import { Vault } from "./vault" */
import { VAULT_TABLE } from "./vault_names";

/**
 * @typedef {{
 *   waitAfter: (tries: number) => number,
 *   costOf: (milliseconds: number) => { memory_kib: number, iterations: number },
 * }} Rules how long to wait after so many wrong tries, in seconds; what Argon2id is to cost where
 *   the least that is right took so long
 */

/**
 * Counts a try, if one is allowed now. It is counted before it is looked at, so that closing the
 * page saves nobody the wait; the disk may take its time while the key is made.
 * @param {Vault} vault
 * @param {Rules} rules
 * @returns {Promise<{ counted: PromiseLike<void> } | null>} null where it is too early
 */
export function mayTry(vault, rules) {
  const table = vault.database.table(VAULT_TABLE);
  return new Promise((resolve, reject) => {
    /** @type {PromiseLike<void>} */
    const counted = vault.database.transaction("rw", table, async () => {
      const { count = 0, last = 0 } = (await table.get("tries"))?.data ?? {};
      const now = Date.now();
      // A clock that was set back must not make anyone wait for longer than the whole wait.
      const until = Math.min(last, now) + rules.waitAfter(count) * 1000;
      if (now < until) {
        // Counted from now on: else every look at a clock that was set back would begin it anew.
        if (now < last) await table.put({ id: "tries", data: { count, last: now } });
        vault.tell({ problem: "wait", until });
        setTimeout(() => resolve(null));
        return;
      }
      await table.put({ id: "tries", data: { count: count + 1, last: now } });
      // What follows must not take itself for a part of this transaction.
      setTimeout(() => resolve({ counted }));
    });
    counted.then(undefined, reject);
  });
}

/** @param {Vault} vault @param {Rules} rules */
export async function wasWrong(vault, rules) {
  const { count, last } = (await vault.database.table(VAULT_TABLE).get("tries")).data;
  const wait = rules.waitAfter(count) * 1000;
  vault.tell({ problem: "wrong", until: wait > 0 ? last + wait : 0 });
}

/** @param {Vault} vault */
export async function forgetTries(vault) {
  await vault.database.table(VAULT_TABLE).delete("tries");
  vault.tell({ until: 0 });
}
