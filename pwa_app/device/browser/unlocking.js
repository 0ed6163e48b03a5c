/** Everything that is done with a vault; loaded only where one is used. */
/** @import { KeyCost, VaultHeader } from "./types" */
/** @import { Vault } from "./vault" */
import { convert } from "./conversion";
import { dataKeyBySecret, newRecoveryCode, randomBytes, wayBySecret } from "./data_key";
import { argon2id } from "./argon2id";
import { stayLockedWhenLeft } from "./auto_lock";
import { base64url, KEY_BYTES, Sealer } from "./sealing";
import { isIndexed, isSealed, SealedTable } from "./sealed_table";
import { isOurs, OURS_FROM, OURS_TO } from "./sealed_index";
import { MARK, VAULT_TABLE, VaultChangedError } from "./vault_names";

/**
 * @typedef {{
 *   waitAfter: (tries: number) => number,
 *   costOf: (milliseconds: number) => { memory_kib: number, iterations: number },
 * }} Rules how long to wait after so many wrong tries, in seconds; what Argon2id is to cost where
 *   the least that is right took so long
 */

/** What OWASP names as the least: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const LEAST = { memoryKiB: 19_456, iterations: 2, parallelism: 1 };

const SHORTEST = 4;
const USUAL_MINUTES = 5;

/**
 * @param {Vault} vault
 * @param {"passcode" | "recovery"} kind
 * @param {string} secret
 * @param {Rules} rules
 */
export async function unlock(vault, kind, secret, rules) {
  await guarded(vault, async () => {
    if (!(await mayTry(vault, rules))) return;
    const { header } = vault;
    if (!header) return;
    const dataKey = await dataKeyBySecret(header, kind, secret);
    if (!dataKey) {
      await wasWrong(vault, rules);
      return;
    }
    await openWith(vault, header, dataKey);
    await forgetTries(vault);
  });
}

/**
 * @param {Vault} vault
 * @param {string} passcode
 * @param {string} again
 * @param {Rules} rules
 */
export async function turnOn(vault, passcode, again, rules) {
  await guarded(vault, async () => {
    if (!isNew(vault, { passcode, again })) return;
    await takeNewKey(vault, passcode, rules, { minutes: USUAL_MINUTES, hiding: false });
    vault.tell({ said: "on" });
  });
}

/**
 * A new passcode, and with it a new data key and a new recovery code: who knew the old ones can
 * open nothing that is written from now on.
 * @param {Vault} vault
 * @param {string} now the present passcode, or the recovery code
 * @param {{ passcode: string, again: string }} fresh
 * @param {Rules} rules
 */
export async function changePasscode(vault, now, fresh, rules) {
  await guarded(vault, async () => {
    if (!isNew(vault, fresh)) return;
    if (!(await isKnown(vault, now, rules)) || !vault.header) return;
    const { minutes, hiding } = vault.header;
    await takeNewKey(vault, fresh.passcode, rules, { minutes, hiding });
    vault.tell({ said: "changed" });
  });
}

/**
 * @param {Vault} vault
 * @param {string} now the present passcode, or the recovery code
 * @param {Rules} rules
 */
export async function turnOff(vault, now, rules) {
  await guarded(vault, async () => {
    if (!(await isKnown(vault, now, rules)) || !vault.sealer) return;
    await convert(vault.database, vault.schema, vault.sealer, null, null);
    vault.turnedOff();
    vault.tell({ said: "off" });
  });
}

/**
 * @param {Vault} vault
 * @param {{ minutes: number, hiding: boolean }} choices
 */
export async function choose(vault, choices) {
  await guarded(vault, async () => {
    await changeHeader(vault, (header) => ({ ...header, ...choices }));
    stayLockedWhenLeft(vault);
    vault.tell({ said: "choices" });
  });
}

/**
 * Removes everything that is kept, and the lock with it.
 * @param {Vault} vault
 */
export async function eraseAll(vault) {
  await guarded(vault, async () => {
    const names = Object.keys(vault.schema.tables);
    const transaction = vault.database.backendDB().transaction(names, "readwrite");
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    for (const name of names) transaction.objectStore(name).clear();
    await done;
    vault.turnedOff();
  });
}

/**
 * Whether a passcode can be taken; if not, why is told.
 * @param {Vault} vault
 * @param {{ passcode: string, again: string }} fresh
 */
function isNew(vault, { passcode, again }) {
  const short = passcode.trim().length < SHORTEST;
  if (short || passcode.trim() !== again.trim()) {
    vault.tell({ problem: short ? "short" : "different" });
    return false;
  }
  return true;
}

/**
 * Whether a passcode or recovery code is the present one; if not, that is told.
 * @param {Vault} vault
 * @param {string} secret
 * @param {Rules} rules
 */
async function isKnown(vault, secret, rules) {
  if (!vault.header || !(await mayTry(vault, rules))) return false;
  const known =
    (await dataKeyBySecret(vault.header, "passcode", secret)) ??
    (await dataKeyBySecret(vault.header, "recovery", secret));
  await (known ? forgetTries(vault) : wasWrong(vault, rules));
  return known !== null;
}

/**
 * Seals everything anew with a key that nobody has had before.
 * @param {Vault} vault
 * @param {string} passcode
 * @param {Rules} rules
 * @param {{ minutes: number, hiding: boolean }} choices
 */
async function takeNewKey(vault, passcode, rules, choices) {
  const dataKey = randomBytes(KEY_BYTES);
  const key = base64url(randomBytes(KEY_BYTES / 2));
  const code = newRecoveryCode();
  /** @type {VaultHeader} */
  const header = {
    version: 1,
    key,
    ways: [
      await wayBySecret("passcode", passcode, await calibrated(rules), dataKey, key),
      await wayBySecret("recovery", code, LEAST, dataKey, key),
    ],
    ...choices,
  };
  const { database, schema } = vault;
  await convert(database, schema, vault.sealer, new Sealer(dataKey, key), header);
  await openWith(vault, header, dataKey);
  vault.tell({ code });
}

/**
 * @param {Vault} vault
 * @param {VaultHeader} header
 * @param {Uint8Array} dataKey
 */
export async function openWith(vault, header, dataKey) {
  const sealer = new Sealer(dataKey, header.key);
  const tables = sealedTables(vault, sealer);
  await Promise.all([...tables.values()].map((table) => prepare(vault, table)));
  vault.opened(header, sealer, tables);
  stayLockedWhenLeft(vault);
}

/** @param {Vault} vault @param {Sealer} sealer */
function sealedTables(vault, sealer) {
  const names = Object.keys(vault.schema.tables).filter((name) => name !== VAULT_TABLE);
  return new Map(
    names.map((name) => [name, new SealedTable(sealer, name, vault.schema.tables[name])]),
  );
}

/** @param {Vault} vault @param {SealedTable} table */
function prepare(vault, table) {
  return isIndexed(table.description) ? loadIndex(vault, table) : sealStrays(vault, table);
}

/**
 * Seals what a page that was going away has left in a small table before it knew of the lock.
 * @param {Vault} vault
 * @param {SealedTable} table
 */
async function sealStrays(vault, table) {
  const { name, description } = table;
  const transaction = vault.database.backendDB().transaction(name, "readwrite");
  const store = transaction.objectStore(name);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    store.getAll().onsuccess = (event) => {
      /** @type {any[]} */
      const rows = /** @type {any} */ (event.target).result;
      for (const row of rows) {
        if (isSealed(row) || isOurs(row[description.key])) continue;
        store.put(table.rowAtOnce(row));
        store.delete(row[description.key]);
      }
    };
  });
}

/**
 * Opens a table's index beforehand, by the browser's own cipher: outside of a transaction there is
 * time to wait for it.
 * @param {Vault} vault
 * @param {SealedTable} table
 */
async function loadIndex(vault, { index, name, description, sealer }) {
  const store = vault.database.backendDB().transaction(name).objectStore(name);
  const range = IDBKeyRange.bound(OURS_FROM, OURS_TO);
  /** @type {any[]} */
  const rows = await new Promise((resolve, reject) => {
    const request = store.getAll(range);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const mark = rows.find((row) => row[description.key] === MARK);
  if (mark?.vault !== sealer.keyId) throw new VaultChangedError();
  const buckets = rows.filter((row) => row !== mark);
  const opened = await Promise.all(
    buckets.map((row) => sealer.openLarge(name, row[description.key], row.sealed)),
  );
  const bytes = new Map(buckets.map((row, at) => [row[description.key], opened[at]]));
  index?.load(mark.version, rows, (bucket) => /** @type {Uint8Array} */ (bytes.get(bucket)));
}

/**
 * @param {Vault} vault
 * @param {(header: VaultHeader) => VaultHeader} change
 */
export async function changeHeader(vault, change) {
  const table = vault.database.table(VAULT_TABLE);
  await vault.database.transaction("rw", table, async () => {
    const row = await table.get("header");
    if (row?.data.key !== vault.header?.key) throw new VaultChangedError();
    await table.put({ id: "header", data: change(row.data) });
  });
  await vault.recheck();
}

/** @param {Rules} rules @returns {Promise<KeyCost>} */
async function calibrated(rules) {
  const began = performance.now();
  await argon2id("trial", randomBytes(KEY_BYTES / 2), LEAST);
  const { memory_kib, iterations } = rules.costOf(performance.now() - began);
  return { memoryKiB: memory_kib, iterations, parallelism: LEAST.parallelism };
}

/**
 * Whether a try counts now. It is counted before it is looked at, so that closing the page saves
 * nobody the wait.
 * @param {Vault} vault
 * @param {Rules} rules
 */
async function mayTry(vault, rules) {
  const table = vault.database.table(VAULT_TABLE);
  return vault.database.transaction("rw", table, async () => {
    const { count = 0, last = 0 } = (await table.get("tries"))?.data ?? {};
    const now = Date.now();
    // A clock that was set back must not make anyone wait for longer than the whole wait.
    const until = Math.min(last, now) + rules.waitAfter(count) * 1000;
    if (now < until) {
      vault.tell({ problem: "wait", until });
      return false;
    }
    await table.put({ id: "tries", data: { count: count + 1, last: now } });
    return true;
  });
}

/** @param {Vault} vault @param {Rules} rules */
async function wasWrong(vault, rules) {
  const { count, last } = (await vault.database.table(VAULT_TABLE).get("tries")).data;
  const wait = rules.waitAfter(count) * 1000;
  vault.tell({ problem: "wrong", until: wait > 0 ? last + wait : 0 });
}

/** @param {Vault} vault */
async function forgetTries(vault) {
  await vault.database.table(VAULT_TABLE).delete("tries");
  vault.tell({ until: 0 });
}

/**
 * One step at a time; what goes wrong is told.
 * @param {Vault} vault
 * @param {() => Promise<unknown>} step
 */
export async function guarded(vault, step) {
  if (vault.state().working) return;
  vault.tell({ working: true, problem: null, said: null });
  await painted();
  try {
    await step();
  } catch (error) {
    await failed(vault, error);
  } finally {
    vault.tell({ working: false });
  }
}


/** @param {Vault} vault @param {unknown} error */
async function failed(vault, error) {
  const names = [error, /** @type {any} */ (error)?.inner].map((one) => one?.name);
  vault.tell({ problem: names.includes("QuotaExceededError") ? "full" : "broken" });
  if (error instanceof VaultChangedError) await vault.recheck();
  else console.error(error);
}

/** Making a key holds the page up for a moment: what is said meanwhile comes first. */
function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
