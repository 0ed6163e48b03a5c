/** Makes a backup: every table of the store and the settings, a piece at a time. */
/** @import { Records } from "./records" */
/** @import { Settings, Sink } from "./backup_types" */
/** @import { TableSchema } from "./types" */
import { CHUNK, COST, headBytes, joined } from "./backup_head";
import { LineWriter } from "./backup_lines";
import { meanwhile } from "./backup_meanwhile";
import { Seal } from "./backup_seal";
import { settingsIn } from "./backup_settings";
import { tablesOf } from "./backup_tables";
import { PART, toJson } from "./backup_values";
import { base64 } from "./base64";
import { LockedError } from "./vault_names";

/** So many records are read at once; but one by one where each may be large, such as a photo. */
const ROWS = 100;
const LARGE = 50_000;

/**
 * @param {Records} records
 * @param {{ passphrase: string | null, app: string, settings: Settings, now: Date }} how without a
 *   passphrase the backup is plain text
 * @param {(share: number) => void} progress told how much was written, from 0 to 1
 * @returns {Promise<Blob>} the backup, as the store was at one moment
 * @throws {LockedError} the vault is locked, or was meanwhile: then its tables look empty
 */
export async function makeBackup(records, { passphrase, app, settings, now }, progress) {
  const { database, schema, vault } = records;
  const head = { schema: schema.version, app, created: now.toISOString() };
  const sink = passphrase === null ? plainSink() : await sealedSink(passphrase, head);
  const lines = new LineWriter(sink);
  await lines.start(head);
  for (const [setting, value] of Object.entries(settingsIn(settings))) {
    await lines.add({ setting, value });
  }
  const names = tablesOf(schema);
  await database.transaction("r", names, async () => {
    const counts = await Promise.all(names.map((name) => database.table(name).count()));
    const all = counts.reduce((sum, count) => sum + count, 0);
    let done = 0;
    for (const name of names) {
      await writeTable(database.table(name), schema.tables[name], lines, (count) => {
        done += count;
        progress(done / all);
      });
    }
  });
  if (vault.isLocked) throw new LockedError();
  await lines.end();
  return sink.end();
}

/**
 * Writes all rows of a table. The transaction stays open while they are sealed, so that all are of
 * one moment.
 * @param {import("dexie").Table} table
 * @param {TableSchema} described
 * @param {LineWriter} lines
 * @param {(count: number) => void} wrote told after each few rows
 */
async function writeTable(table, described, lines, wrote) {
  const keys = await table.toCollection().primaryKeys();
  const count = mayBeLarge(described) ? 1 : ROWS;
  for (let from = 0; from < keys.length; from += count) {
    const rows = await table.bulkGet(keys.slice(from, from + count));
    await meanwhile(async () => {
      for (const row of rows) await writeRow(table.name, row, lines);
    });
    wrote(rows.length);
  }
}

/**
 * One record; large bytes come before it, a part on a line.
 * @param {string} table
 * @param {unknown} row
 * @param {LineWriter} lines
 */
async function writeRow(table, row, lines) {
  /** @type {Uint8Array[]} */
  const large = [];
  const json = toJson(row, large);
  for (const bytes of large) {
    for (let at = 0; at < bytes.length; at += PART) {
      await lines.add({ bytes: base64(bytes.subarray(at, at + PART)) });
    }
  }
  await lines.add({ table, row: json });
}

/** @param {TableSchema} described */
function mayBeLarge({ fields }) {
  const small = ["integer", "number", "text", "list", "flag"];
  return Object.values(fields).some(
    ({ kind, longest }) => !small.includes(kind) || (longest ?? 0) > LARGE,
  );
}

/** The text as it is. @returns {Sink} */
function plainSink() {
  /** @type {Blob[]} */
  const done = [];
  const gathered = new Gathered();
  return {
    async write(bytes) {
      for (const piece of gathered.add(bytes)) done.push(asBlob(piece));
    },
    async end() {
      return new Blob([...done, asBlob(gathered.rest())], { type: "application/json" });
    },
  };
}

/**
 * The text in sealed chunks.
 * @param {string} passphrase
 * @param {{ schema: number, app: string, created: string }} content
 * @returns {Promise<Sink>}
 */
async function sealedSink(passphrase, content) {
  const head = {
    ...content,
    cost: COST,
    salt: crypto.getRandomValues(new Uint8Array(16)),
    chunk: CHUNK,
    nonce: crypto.getRandomValues(new Uint8Array(7)),
  };
  const bytes = await headBytes(head);
  const seal = await Seal.from(passphrase, head, bytes);
  const done = [asBlob(bytes), asBlob(seal.check)];
  const gathered = new Gathered();
  let number = 0;
  /** @param {Uint8Array} chunk @param {boolean} last */
  const put = async (chunk, last) => {
    done.push(asBlob(await seal.sealed(chunk, number, last)));
    number += 1;
  };
  return {
    async write(given) {
      for (const chunk of gathered.add(given)) await put(chunk, false);
    },
    async end() {
      await put(gathered.rest(), true);
      return new Blob(done, { type: "application/octet-stream" });
    },
  };
}

/** Bytes that come in pieces of any size and go on in chunks of one. */
class Gathered {
  /** @type {Uint8Array[]} */
  #parts = [];
  #size = 0;

  /**
   * @param {Uint8Array} bytes
   * @returns {Uint8Array[]} chunks that are full; what is left is never nothing
   */
  add(bytes) {
    const chunks = [];
    let rest = bytes;
    while (this.#size + rest.length > CHUNK) {
      const fitting = CHUNK - this.#size;
      chunks.push(joined([...this.#parts, rest.subarray(0, fitting)]));
      rest = rest.subarray(fitting);
      this.#parts = [];
      this.#size = 0;
    }
    this.#parts.push(rest);
    this.#size += rest.length;
    return chunks;
  }

  rest() {
    return joined(this.#parts);
  }
}

/** The browser keeps a Blob where it has room, not in the page's memory. @param {Uint8Array} bytes */
function asBlob(bytes) {
  return new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]);
}
