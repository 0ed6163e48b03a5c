/**
 * What a sealed table can be ordered and searched by: the keys and indexed values of its records,
 * in memory while the vault is open, and sealed in the table itself, a part of it in each bucket.
 * Which bucket a record belongs to follows from its name, so a change writes one bucket anew.
 */
/** @import { DBCoreKeyRange } from "dexie" */
/** @import { RecordData, TableSchema } from "./types" */
/** @import { Sealer } from "./sealing" */
/** @typedef {any[]} Entry a record's key, then its indexed values in the order of the indexes */
import { bytesOf, rowOf } from "./row_bytes";
import { compare, partInRange } from "./key_order";
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
  /** The entries of each bucket. @type {Map<number, Entry[]>} */
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
      this.#buckets.set(bucket, /** @type {Entry[]} */ (rowOf(open(name, sealed)).lines));
    }
    for (const bucket of [...this.#buckets.keys()].filter((one) => !there.has(one))) {
      this.#buckets.delete(bucket);
      this.#nonces.delete(bucket);
    }
    this.#sorted.clear();
    this.version = version;
  }

  /**
   * Records that come, or come anew, and keys that go.
   * @param {RecordData[]} come
   * @param {any[]} go
   * @returns {RecordData[]} the rows to write
   */
  change(come, go) {
    const { key: keyField, indexes } = this.description;
    const fresh = come.map((row) => [row[keyField], ...indexes.map((field) => row[field] ?? null)]);
    /** @type {Map<number, Map<any, Entry>>} */
    const touched = new Map();
    /** @type {Set<Entry | undefined>} */
    const gone = new Set();
    for (const key of go) {
      const entries = this.#entriesBeside(key, touched);
      gone.add(entries.get(key));
      entries.delete(key);
    }
    for (const entry of fresh) {
      const entries = this.#entriesBeside(entry[0], touched);
      gone.add(entries.get(entry[0]));
      entries.set(entry[0], entry);
    }
    for (const [bucket, entries] of touched) this.#buckets.set(bucket, [...entries.values()]);
    const last = fresh.filter((entry) => !gone.has(entry));
    for (const [index, entries] of this.#sorted) {
      const rest = entries.filter((entry) => !gone.has(entry));
      this.#sorted.set(index, this.#inOrder(index, [...rest, ...last]));
    }
    return [...[...touched.keys()].map((bucket) => this.#sealedBucket(bucket)), this.freshMark()];
  }

  /**
   * The entries of the bucket that a key belongs to, by their keys.
   * @param {any} key
   * @param {Map<number, Map<any, Entry>>} touched where they are from now on
   */
  #entriesBeside(key, touched) {
    const bucket = bucketOf(this.sealer.nameOf(this.table, key));
    let entries = touched.get(bucket);
    if (!entries) {
      entries = new Map((this.#buckets.get(bucket) ?? []).map((entry) => [entry[0], entry]));
      touched.set(bucket, entries);
    }
    return entries;
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
   * @returns {Entry[]} a new list
   */
  within(index, range) {
    let entries = this.#sorted.get(index);
    if (!entries) {
      entries = this.#inOrder(index, [...this.#buckets.values()].flat());
      this.#sorted.set(index, entries);
    }
    const at = this.placeOf(index);
    return partInRange(entries, (entry) => entry[at], range);
  }

  /**
   * Where the value of an index stands in an entry.
   * @param {string | null} index
   */
  placeOf(index) {
    return index === null ? 0 : this.description.indexes.indexOf(index) + 1;
  }

  /**
   * Records that lack a value are not in its index, as in IndexedDB.
   * @param {string | null} index
   * @param {Entry[]} entries
   */
  #inOrder(index, entries) {
    const at = this.placeOf(index);
    const there = entries.filter((entry) => entry[at] !== null);
    return there.sort((one, other) => compare(one[at], other[at]) || compare(one[0], other[0]));
  }

  /** @param {number} bucket */
  #sealedBucket(bucket) {
    const name = nameOfBucket(bucket);
    const lines = this.#buckets.get(bucket) ?? [];
    const sealed = this.sealer.seal(this.table, name, bytesOf({ lines }));
    this.#nonces.set(bucket, nonceOf(sealed));
    return { [this.description.key]: name, sealed };
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
