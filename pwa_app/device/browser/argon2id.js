/** A key from a passphrase, in a way that makes every guess slow and costly (RFC 9106). */
import { argon2id as derived } from "hash-wasm";

/**
 * @param {string} passphrase brought into Unicode's form NFC, so that every keyboard gives the same
 * @param {Uint8Array} salt at least 8 bytes
 * @param {{ memoryKiB: number, iterations: number, parallelism: number }} cost
 * @returns {Promise<Uint8Array>} 32 bytes
 */
export async function argon2id(passphrase, salt, { memoryKiB, iterations, parallelism }) {
  return derived({
    password: new TextEncoder().encode(passphrase.normalize("NFC")),
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: "binary",
  });
}
