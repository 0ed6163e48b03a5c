/**
 * A middleware at the very bottom of Dexie: above it every record is plain, below it what the
 * vault says.
 */
/** @import { DBCore, DBCoreTable, Middleware } from "dexie" */
/** @import { Vault } from "./vault" */
import Dexie from "dexie";
import { LockedError, MARK, VAULT_TABLE, VaultChangedError } from "./vault_names";

/** Below all of Dexie's own, which remember and watch plain records. */
const LEVEL = -2;

/**
 * @param {Vault} vault
 * @returns {Middleware<DBCore>}
 */
export function gate(vault) {
  return {
    stack: "dbcore",
    name: "vault",
    level: LEVEL,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return name === VAULT_TABLE ? table : gated(table, vault);
      },
    }),
  };
}

/**
 * @param {DBCoreTable} table
 * @param {Vault} vault
 * @returns {DBCoreTable}
 */
function gated(table, vault) {
  const unsealed = whileOff(table, vault);
  const now = () => {
    if (vault.isLocked) return LOCKED;
    return vault.sealed(table.name)?.over(table) ?? unsealed;
  };
  /** @type {<Answer>(answer: Promise<Answer>) => Promise<Answer>} */
  const watched = (answer) =>
    answer.catch((error) => {
      if (error instanceof VaultChangedError) setTimeout(() => void vault.recheck());
      throw error;
    });
  return {
    ...table,
    get: (request) => watched(now().get(request)),
    getMany: (request) => watched(now().getMany(request)),
    query: (request) => watched(now().query(request)),
    openCursor: (request) => watched(now().openCursor(request)),
    count: (request) => watched(now().count(request)),
    mutate: (request) => watched(now().mutate(request)),
  };
}

/** Nothing is shown while the vault is locked, and nothing is written: neither plain nor sealed. */
/** @type {Omit<DBCoreTable, "name" | "schema">} */
const LOCKED = {
  get: () => answered(undefined),
  getMany: ({ keys }) => answered(keys.map(() => undefined)),
  query: () => answered({ result: [] }),
  openCursor: () => answered(null),
  count: () => answered(0),
  mutate: () => answered(undefined).then(() => Promise.reject(new LockedError())),
};

/**
 * An answer that does not end the transaction it is given in.
 * @template Answer
 * @param {Answer} answer
 * @returns {Promise<Answer>}
 */
function answered(answer) {
  return /** @type {any} */ (Dexie.Promise.resolve(answer));
}

/**
 * Another tab may turn the vault on at any moment. Nothing plain is written into a sealed table,
 * and no sealed row is shown as if it were a record.
 * @param {DBCoreTable} table
 * @param {Vault} vault
 * @returns {DBCoreTable}
 */
function whileOff(table, vault) {
  /** @param {any} row */
  const isSealed = (row) => row?.sealed instanceof Uint8Array || row?.vault !== undefined;
  /** @param {any[]} rows */
  const plain = (rows) => {
    if (!rows.some(isSealed)) return rows;
    setTimeout(() => void vault.recheck());
    return rows.map((row) => (isSealed(row) ? undefined : row));
  };
  return {
    ...table,
    get: (request) => table.get(request).then((row) => plain([row])[0]),
    getMany: (request) => table.getMany(request).then(plain),
    query: (request) =>
      table.query(request).then((answer) => ({
        ...answer,
        result: plain(answer.result).filter((row) => row !== undefined),
      })),
    mutate: (request) =>
      table.get({ trans: request.trans, key: MARK }).then((mark) => {
        if (mark) throw new VaultChangedError();
        return table.mutate(request);
      }),
  };
}
