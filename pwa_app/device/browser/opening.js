/** From the data key to a vault that is open. */
/** @import { VaultHeader } from "./types" */
/** @import { Vault } from "./vault" */
import { stayLockedWhenLeft } from "./auto_lock";
import { handOn } from "./key_giving";
import { isOurs, OURS_FROM, OURS_TO } from "./sealed_index";
import { isSealed } from "./sealed_rows";
import { finishUpdate } from "./sealed_update";
import { isIndexed, SealedTable } from "./sealed_table";
import { Sealer } from "./sealing";
import { MARK, VAULT_TABLE, VaultChangedError } from "./vault_names";

/** @typedef {Map<string, any[]>} Lying rows by table: small tables whole, of others their own rows */

/**
 * What unlocking needs from the disk. It takes no key, so it can be read while that is made.
 * @param {Vault} vault
 * @returns {Promise<Lying>}
 */
export function whatLies({ database, schema }) {
  const names = Object.keys(schema.tables).filter((name) => name !== VAULT_TABLE);
  const ours = IDBKeyRange.bound(OURS_FROM, OURS_TO);
  /** @type {Lying} */
  const lying = new Map();
  return new Promise((resolve, reject) => {
    const transaction = database.backendDB().transaction(names);
    transaction.oncomplete = () => resolve(lying);
    transaction.onabort = () => reject(transaction.error);
    for (const name of names) {
      const range = isIndexed(schema.tables[name]) ? ours : null;
      const request = transaction.objectStore(name).getAll(range);
      request.onsuccess = () => lying.set(name, request.result);
    }
  });
}

/**
 * @param {Vault} vault
 * @param {VaultHeader} header
 * @param {Uint8Array} dataKey
 * @param {Promise<Lying>} [lying]
 */
export async function openWith(vault, header, dataKey, lying = whatLies(vault)) {
  const sealer = new Sealer(dataKey, header.key);
  const tables = sealedTables(vault, sealer);
  const changed = await finishUpdate(vault, tables, await lying);
  for (const [name, rows] of await (changed ? whatLies(vault) : lying)) {
    const table = /** @type {SealedTable} */ (tables.get(name));
    if (table.index) await loadIndex(table, rows);
    else if (rows.some((row) => isStray(table, row))) await sealStrays(vault, table);
  }
  vault.opened(header, sealer, tables);
  stayLockedWhenLeft(vault);
  handOn(vault);
}

/** @param {Vault} vault @param {Sealer} sealer */
function sealedTables(vault, sealer) {
  const names = Object.keys(vault.schema.tables).filter((name) => name !== VAULT_TABLE);
  return new Map(
    names.map((name) => [name, new SealedTable(sealer, name, vault.schema.tables[name])]),
  );
}

/** @param {SealedTable} table @param {any} row */
function isStray({ description }, row) {
  return !isSealed(row) && !isOurs(row[description.key]);
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
        if (!isStray(table, row)) continue;
        store.put(table.rowAtOnce(row));
        store.delete(row[description.key]);
      }
    };
  });
}

/**
 * Opens a table's index beforehand, by the browser's own cipher: outside of a transaction there is
 * time to wait for it.
 * @param {SealedTable} table
 * @param {any[]} rows
 */
async function loadIndex({ index, name, description, sealer }, rows) {
  const mark = rows.find((row) => row[description.key] === MARK);
  if (mark?.vault !== sealer.keyId) throw new VaultChangedError();
  const buckets = rows.filter((row) => row !== mark);
  const opened = await Promise.all(
    buckets.map((row) => sealer.openLarge(name, row[description.key], row.sealed)),
  );
  const bytes = new Map(buckets.map((row, at) => [row[description.key], opened[at]]));
  index?.load(mark.version, rows, (bucket) => /** @type {Uint8Array} */ (bytes.get(bucket)));
}
