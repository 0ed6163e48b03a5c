/**
 * What an update of the app leaves to do in a sealed database: a table that it brought has no mark
 * yet, and one that it gave its first index has nothing to find its records by.
 */
/** @import { SealedTable } from "./sealed_table" */
/** @import { Vault } from "./vault" */
import { isOurs, markOf } from "./sealed_index";
import { isSealed } from "./sealed_rows";
import { MARK, VAULT_TABLE, VaultChangedError } from "./vault_names";

/**
 * Makes each table that the update changed ready, one transaction each; a crash between two leaves
 * the rest for the next time.
 * @param {Vault} vault
 * @param {Map<string, SealedTable>} tables
 * @param {Map<string, any[]>} lying rows by table, the marks among them
 * @returns {Promise<boolean>} whether there was any
 * @throws {VaultChangedError} another tab has changed the key
 */
export async function finishUpdate(vault, tables, lying) {
  const changed = [...tables.values()].filter((table) => isUnready(table, lying.get(table.name)));
  for (const table of changed) await makeReady(vault, table);
  return changed.length > 0;
}

/** @param {SealedTable} table @param {any[]} [rows] */
function isUnready({ description, index }, rows = []) {
  const mark = rows.find((row) => row[description.key] === MARK);
  return !mark || (index !== null && mark.version === "");
}

/**
 * @param {Vault} vault
 * @param {SealedTable} table
 * @returns {Promise<void>}
 */
function makeReady(vault, table) {
  const { name, description, sealer, index } = table;
  const transaction = vault.database
    .backendDB()
    .transaction([VAULT_TABLE, name], "readwrite", { durability: "strict" });
  const store = transaction.objectStore(name);
  return new Promise((resolve, reject) => {
    let isOurKey = true;
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(isOurKey ? transaction.error : new VaultChangedError());
    transaction.objectStore(VAULT_TABLE).get("header").onsuccess = (asked) => {
      isOurKey = /** @type {any} */ (asked.target).result?.data.key === sealer.keyId;
      if (!isOurKey) transaction.abort();
    };
    store.getAll().onsuccess = (asked) => {
      /** @type {any[]} */
      const rows = /** @type {any} */ (asked.target).result;
      // Another tab may have been faster.
      if (!isUnready(table, rows)) return;
      const kept = rows.filter((row) => !isOurs(row[description.key]));
      for (const row of kept.filter((one) => !isSealed(one))) {
        store.put(table.rowAtOnce(row));
        store.delete(row[description.key]);
      }
      const records = kept.map((row) => (isSealed(row) ? table.recordIn(row) : row));
      const ours = index?.change(records, []) ?? [markOf(description, sealer.keyId, "")];
      for (const row of ours) store.put(row);
    };
  });
}
