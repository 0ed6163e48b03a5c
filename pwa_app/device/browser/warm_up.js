/** @import { TableSchema } from "./types" */
import { argon2id } from "./argon2id";
import { randomBytes } from "./data_key";
import { rowOf } from "./row_bytes";
import { SealedIndex } from "./sealed_index";
import { KEY_BYTES, Sealer } from "./sealing";

/** So many records make a browser run what is done with them at its full speed, or nearly. */
const RECORDS = 400;
/** The least that there is of Argon2id: it is only to be compiled. */
const LEAST = { memoryKiB: 8, iterations: 1, parallelism: 1 };

const TABLE = /** @type {TableSchema} */ ({ key: "id", indexes: ["day"], fields: {} });
const EVERYTHING = /** @type {any} */ ({ type: 3 });

/**
 * Seals and opens what is nothing with a key that is for nothing, while the person is about to
 * type: what a page runs for the first time is slow, and after the passcode is no time for that.
 * @param {() => Promise<unknown>} pause lets the page answer a tap in between
 */
export async function warmUp(pause) {
  const sealer = new Sealer(randomBytes(KEY_BYTES), "none");
  await argon2id("none", randomBytes(KEY_BYTES / 2), LEAST);
  await pause();
  const index = new SealedIndex(sealer, "none", TABLE);
  const rows = Array.from({ length: RECORDS }, () => ({
    id: crypto.randomUUID(),
    day: crypto.randomUUID(),
  }));
  const sealed = index.change(rows, []);
  await pause();
  for (const { id, sealed: bytes } of sealed) {
    if (bytes instanceof Uint8Array) rowOf(sealer.open("none", String(id), bytes));
  }
  await pause();
  index.within("day", EVERYTHING);
  sealer.forget();
}
