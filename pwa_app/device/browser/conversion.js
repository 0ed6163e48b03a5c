/**
 * From plain to sealed, from one key to another, and back: every record of every table and the
 * header in one transaction of IndexedDB. A crash before its end leaves everything as it was; so
 * there is no state in between to come back to.
 */
/** @import { RecordData, StoreSchema, VaultHeader } from "./types" */
/** @import { Sealer } from "./sealing" */
import { bytesOf, rowOf } from "./row_bytes";
import { isOurs, markOf } from "./sealed_index";
import { isSealed, sealedIn } from "./sealed_rows";
import { SealedTable } from "./sealed_table";
import { LARGE_BYTES } from "./sealing";
import { VAULT_TABLE, VaultChangedError } from "./vault_names";

/** So many records are in memory at a time. */
const AT_A_TIME = 20;

/**
 * @param {import("dexie").Dexie} database
 * @param {StoreSchema} schema
 * @param {Sealer | null} from null for plain records
 * @param {Sealer | null} to
 * @param {VaultHeader | null} header the new one
 * @returns {Promise<void>} settled once everything is on the disk
 * @throws {DOMException} nothing was changed
 * @throws {VaultChangedError} another tab was faster; nothing was changed
 */
export async function convert(database, schema, from, to, header) {
  await database.open();
  const names = Object.keys(schema.tables);
  const transaction = database
    .backendDB()
    .transaction(names, "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error ?? new VaultChangedError());
  });
  // Told of below: an error in a step ends the transaction, too.
  done.catch(() => {});
  try {
    const kept = transaction.objectStore(VAULT_TABLE);
    const before = await asked(kept.get("header"));
    if ((before?.data.key ?? null) !== (from?.keyId ?? null)) throw new VaultChangedError();
    for (const name of names.filter((one) => one !== VAULT_TABLE)) {
      await convertTable(transaction.objectStore(name), schema, from, to);
    }
    if (header) kept.put({ id: "header", data: header });
    else kept.clear();
    kept.delete("tries");
  } catch (error) {
    abort(transaction);
    throw error;
  }
  await done;
}

/**
 * @param {IDBObjectStore} store
 * @param {StoreSchema} schema
 * @param {Sealer | null} from
 * @param {Sealer | null} to
 */
async function convertTable(store, schema, from, to) {
  const description = schema.tables[store.name];
  const sealed = to && new SealedTable(to, store.name, description);
  const names = await asked(store.getAllKeys());
  /** Only what the index needs of each record. @type {RecordData[]} */
  const indexed = [];
  for (let at = 0; at < names.length; at += AT_A_TIME) {
    const some = names.slice(at, at + AT_A_TIME);
    const rows = await Promise.all(some.map((name) => asked(store.get(name))));
    for (const [place, name] of some.entries()) {
      store.delete(name);
      if (from && isOurs(name)) continue;
      const record = await opened(store, from, rows[place], String(name));
      store.put(sealed ? await sealedRow(store, sealed, record) : record);
      if (sealed?.index) {
        const fields = [description.key, ...description.indexes];
        indexed.push(Object.fromEntries(fields.map((field) => [field, record[field]])));
      }
    }
  }
  if (!sealed || !to) return;
  const ours = sealed.index?.change(indexed, []) ?? [markOf(description, to.keyId, "")];
  for (const row of ours) store.put(row);
}

/**
 * The record in a row; one that was never sealed is its own.
 * @param {IDBObjectStore} store
 * @param {Sealer | null} sealer
 * @param {RecordData} row
 * @param {string} name
 */
async function opened(store, sealer, row, name) {
  if (!sealer || !isSealed(row)) return row;
  const sealed = sealedIn(row);
  const bytes =
    sealed.length > LARGE_BYTES
      ? await meanwhile(store, sealer.openLarge(store.name, name, sealed))
      : sealer.open(store.name, name, sealed);
  return rowOf(bytes);
}

/**
 * @param {IDBObjectStore} store
 * @param {SealedTable} table
 * @param {RecordData} record
 */
async function sealedRow(store, table, record) {
  const bytes = bytesOf(record);
  if (bytes.length <= LARGE_BYTES) return table.rowAtOnce(record);
  const { key } = table.description;
  const name = table.nameOf(record[key]);
  return { [key]: name, sealed: await meanwhile(store, table.sealer.sealLarge(store.name, name, bytes)) };
}

/**
 * Waits for something while the transaction is kept alive by a question after the other.
 * @template Result
 * @param {IDBObjectStore} store
 * @param {Promise<Result>} result
 */
async function meanwhile(store, result) {
  let waiting = true;
  const ended = () => {
    waiting = false;
  };
  result.then(ended, ended);
  while (waiting) await asked(store.getKey(""));
  return result;
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, for the same reason.
  }
}
