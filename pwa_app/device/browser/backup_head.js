/** What stands before the sealed chunks of a backup, readable by all (docs/backup-format.md). */
/** @import { BackupHead } from "./backup_types" */
import { BackupError } from "./backup_error";
import { base64, fromBase64 } from "./base64";

/** As in PNG: a byte that is no text, and line ends that careless copying would change. */
export const MAGIC = new Uint8Array([0x89, 0x4d, 0x4f, 0x4f, 0x52, 0x0d, 0x0a, 0x1a]);
export const VERSION = 1;
export const DIGEST = 32;
/** Magic, version, and the header's length in two bytes. */
export const FIXED = MAGIC.length + 3;
export const CHUNK = 1 << 20;
const LEAST_CHUNK = 1 << 10;

/** RFC 9106, second recommended option, in one lane: above what OWASP asks for. */
export const COST = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };
/** More than this is no backup of ours, and could bring a phone to a stop. */
const MOST_MEMORY_KIB = 131_072;
const MOST_ITERATIONS = 16;
const MOST_LANES = 4;
const MOST_WORK_KIB = 524_288;

/**
 * @param {BackupHead} head
 * @returns {Promise<Uint8Array>} everything before the check of the key
 */
export async function headBytes({ schema, app, created, cost, salt, chunk, nonce }) {
  const text = JSON.stringify({
    schema,
    app,
    created,
    kdf: {
      name: "argon2id",
      memory_kib: cost.memoryKiB,
      iterations: cost.iterations,
      parallelism: cost.parallelism,
      salt: base64(salt),
    },
    cipher: { name: "aes-256-gcm-stream", chunk, nonce: base64(nonce) },
  });
  const header = new TextEncoder().encode(text);
  const fixed = [...MAGIC, VERSION, header.length >> 8, header.length & 0xff];
  const signed = joined([new Uint8Array(fixed), header]);
  return joined([signed, await sha256(signed)]);
}

/**
 * @param {Blob} file one that starts with the magic bytes
 * @returns {Promise<{ head: BackupHead, bytes: Uint8Array }>} and the bytes it was read from
 * @throws {BackupError}
 */
export async function readHead(file) {
  const fixed = await bytesOf(file, 0, FIXED);
  if (fixed.length < FIXED) throw new BackupError("truncated");
  if (fixed[MAGIC.length] !== VERSION) throw new BackupError("newer");
  const length = (fixed[FIXED - 2] << 8) | fixed[FIXED - 1];
  const bytes = await bytesOf(file, 0, FIXED + length + DIGEST);
  if (bytes.length < FIXED + length + DIGEST) throw new BackupError("truncated");
  const digest = await sha256(bytes.subarray(0, FIXED + length));
  if (!same(digest, bytes.subarray(FIXED + length))) throw new BackupError("damaged");
  const text = new TextDecoder().decode(bytes.subarray(FIXED, FIXED + length));
  return { head: parsed(text), bytes };
}

/** @param {string} text @returns {BackupHead} */
function parsed(text) {
  try {
    const { schema, app, created, kdf, cipher } = JSON.parse(text);
    const cost = {
      memoryKiB: kdf.memory_kib,
      iterations: kdf.iterations,
      parallelism: kdf.parallelism,
    };
    const salt = fromBase64(kdf.salt);
    const nonce = fromBase64(cipher.nonce);
    const sound =
      kdf.name === "argon2id" &&
      cipher.name === "aes-256-gcm-stream" &&
      within(schema, 1, 1_000_000) &&
      typeof app === "string" &&
      isMoment(created) &&
      isBearable(cost) &&
      within(salt.length, 16, 64) &&
      within(cipher.chunk, LEAST_CHUNK, CHUNK) &&
      nonce.length === 7;
    if (!sound) throw new BackupError("refused");
    return { schema, app, created, cost, salt, chunk: cipher.chunk, nonce };
  } catch {
    throw new BackupError("refused");
  }
}

/** @param {typeof COST} cost */
function isBearable({ memoryKiB, iterations, parallelism }) {
  return (
    within(parallelism, 1, MOST_LANES) &&
    within(iterations, 1, MOST_ITERATIONS) &&
    within(memoryKiB, 8 * parallelism, MOST_MEMORY_KIB) &&
    memoryKiB * iterations <= MOST_WORK_KIB
  );
}

/** @param {unknown} value */
export function isMoment(value) {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;
  return typeof value === "string" && form.test(value) && !Number.isNaN(Date.parse(value));
}

/** @param {unknown} value @param {number} least @param {number} most */
export function within(value, least, most) {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** @param {Blob} file @param {number} from @param {number} to */
export async function bytesOf(file, from, to) {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/** @param {Uint8Array[]} parts */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes */
export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", source(bytes)));
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** TypeScript's name for bytes that the platform's ciphers take. @param {Uint8Array} bytes */
export function source(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}
