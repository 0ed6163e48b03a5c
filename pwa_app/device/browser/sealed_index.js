/**
 * What a sealed table can be ordered and searched by: the keys and indexed values of its records,
 * in memory while the vault is open, and sealed in the table itself, a part of it in each bucket.
 * Which bucket a record belongs to follows from its name, so a change writes one bucket anew.
 */
/** @import { DBCoreKeyRange } from "dexie" */
/** @import { RecordData, TableSchema } from "./types" */
/** @import { Sealer } from "./sealing" */
/** @typedef {{ key: any, values: any[] }} Entry `values` in the order of the indexes */
import { bytesOf, rowOf } from "./row_bytes";
import { compare, inRange } from "./key_order";
import { fromBase64url, nonceOf } from "./sealing";
import { randomUuid } from "./values";
import { MARK } from "./vault_names";

/** So many parts an index has: with 10,000 records a change seals about 15 kB. */
const BUCKETS = 64;
/** All names of rows that are no records: those of records begin with other letters. */
export const OURS_FROM = MARK;
export const OURS_TO = `${MARK}\uffff`;

/** @param {unknown} name */
export function isOurs(name) {
  return typeof name === "string" && name.startsWith(MARK);
}

/** @param {number} bucket */
function nameOfBucket(bucket) {
  return `${MARK}${String(bucket).padStart(2, "0")}`;
}

/** The bucket of a record by its name. @param {string} name */
export function bucketOf(name) {
  return fromBase64url(name.slice(0, 4))[0] % BUCKETS;
}

/** The index of one sealed table. */
export class SealedIndex {
  /** The state it was read in or has written; null before that. @type {string | null} */
  version = null;
  /** The entries of each bucket, by their keys. @type {Map<number, Map<any, Entry>>} */
  #buckets = new Map();
  /** The nonce each bucket was read with. @type {Map<number, string>} */
  #nonces = new Map();
  /** Entries in the order of an index. @type {Map<string | null, Entry[]>} */
  #sorted = new Map();

  /**
   * @param {Sealer} sealer
   * @param {string} table
   * @param {TableSchema} description
   */
  constructor(sealer, table, description) {
    this.sealer = sealer;
    this.table = table;
    this.description = description;
  }

  /**
   * Takes over what lies on the disk; parts that are known are not opened again.
   * @param {string} version
   * @param {RecordData[]} rows the table's own rows, the mark among them
   * @param {(name: string, sealed: Uint8Array) => Uint8Array} [open]
   */
  load(version, rows, open = (name, sealed) => this.sealer.open(this.table, name, sealed)) {
    /** @type {Set<number>} */
    const there = new Set();
    for (const row of rows) {
      const name = String(row[this.description.key]);
      if (name === MARK) continue;
      const bucket = Number(name.slice(MARK.length));
      const sealed = /** @type {Uint8Array} */ (row.sealed);
      there.add(bucket);
      if (this.#nonces.get(bucket) === nonceOf(sealed)) continue;
      this.#nonces.set(bucket, nonceOf(sealed));
      this.#buckets.set(bucket, this.#entriesIn(open(name, sealed)));
    }
    for (const bucket of [...this.#buckets.keys()].filter((one) => !there.has(one))) {
      this.#buckets.delete(bucket);
      this.#nonces.delete(bucket);
    }
    this.#sorted.clear();
    this.version = version;
  }

  /**
   * @param {any} key
   * @returns {boolean}
   */
  has(key) {
    const bucket = bucketOf(this.sealer.nameOf(this.table, key));
    return this.#buckets.get(bucket)?.has(key) ?? false;
  }

  /**
   * Records that come, or come anew, and keys that go.
   * @param {RecordData[]} come
   * @param {any[]} go
   * @returns {RecordData[]} the rows to write
   */
  change(come, go) {
    const { key: keyField, indexes } = this.description;
    /** @type {Set<number>} */
    const touched = new Set();
    /** @type {Set<Entry | undefined>} */
    const gone = new Set();
    for (const key of go) {
      const bucket = this.#bucketFor(key);
      gone.add(bucket.entries.get(key));
      if (bucket.entries.delete(key)) touched.add(bucket.number);
    }
    /** @type {Entry[]} */
    const fresh = [];
    for (const row of come) {
      const key = row[keyField];
      const { number, entries } = this.#bucketFor(key);
      const entry = { key, values: indexes.map((field) => row[field]) };
      gone.add(entries.get(key));
      entries.set(key, entry);
      fresh.push(entry);
      touched.add(number);
    }
    for (const [name, entries] of this.#sorted) {
      const rest = entries.filter((entry) => !gone.has(entry));
      const last = fresh.filter((entry) => !gone.has(entry));
      this.#sorted.set(name, this.#inOrder(name, [...rest, ...last]));
    }
    return [...[...touched].map((bucket) => this.#sealedBucket(bucket)), this.freshMark()];
  }

  /** @param {any} key */
  #bucketFor(key) {
    const number = bucketOf(this.sealer.nameOf(this.table, key));
    const entries = this.#buckets.get(number) ?? new Map();
    this.#buckets.set(number, entries);
    return { number, entries };
  }

  /** The mark of a new state. @returns {RecordData} */
  freshMark() {
    this.version = randomUuid();
    return markOf(this.description, this.sealer.keyId, this.version);
  }

  /**
   * The entries in a range of an index, in its order.
   * @param {string | null} index null for the key
   * @param {DBCoreKeyRange} range
   * @returns {Entry[]}
   */
  within(index, range) {
    let entries = this.#sorted.get(index);
    if (!entries) {
      const all = [...this.#buckets.values()].flatMap((bucket) => [...bucket.values()]);
      entries = this.#inOrder(index, all);
      this.#sorted.set(index, entries);
    }
    return entries.filter((entry) => inRange(this.valueOf(index, entry), range));
  }

  /**
   * @param {string | null} index
   * @param {Entry} entry
   */
  valueOf(index, entry) {
    return index === null ? entry.key : entry.values[this.description.indexes.indexOf(index)];
  }

  /**
   * Records that lack a value are not in its index, as in IndexedDB.
   * @param {string | null} index
   * @param {Entry[]} entries
   */
  #inOrder(index, entries) {
    if (index === null) return [...entries].sort((one, other) => compare(one.key, other.key));
    const at = this.description.indexes.indexOf(index);
    const there = entries.filter(({ values }) => values[at] != null);
    return there.sort(
      (one, other) => compare(one.values[at], other.values[at]) || compare(one.key, other.key),
    );
  }

  /** @param {number} bucket */
  #sealedBucket(bucket) {
    const name = nameOfBucket(bucket);
    const entries = [...(this.#buckets.get(bucket)?.values() ?? [])];
    const lines = entries.map(({ key, values }) => [key, ...values.map((value) => value ?? null)]);
    const sealed = this.sealer.seal(this.table, name, bytesOf({ lines }));
    this.#nonces.set(bucket, nonceOf(sealed));
    return { [this.description.key]: name, sealed };
  }

  /** @param {Uint8Array} bytes */
  #entriesIn(bytes) {
    const lines = /** @type {any[][]} */ (rowOf(bytes).lines);
    return new Map(
      lines.map(([key, ...values]) => [key, { key, values }]),
    );
  }
}

/**
 * @param {TableSchema} description
 * @param {string} keyId
 * @param {string} version
 * @returns {RecordData}
 */
export function markOf(description, keyId, version) {
  return { [description.key]: MARK, vault: keyId, version };
}
