/** From the data key to a vault that is open. */
/** @import { VaultHeader } from "./types" */
/** @import { Vault } from "./vault" */
import { stayLockedWhenLeft } from "./auto_lock";
import { isOurs, OURS_FROM, OURS_TO } from "./sealed_index";
import { isSealed } from "./sealed_rows";
import { isIndexed, SealedTable } from "./sealed_table";
import { Sealer } from "./sealing";
import { MARK, VAULT_TABLE, VaultChangedError } from "./vault_names";

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
