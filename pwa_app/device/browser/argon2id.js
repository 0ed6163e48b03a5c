import { argon2id as hashed } from "hash-wasm";

const KEY_BYTES = 32;

/**
 * A key from a passphrase by Argon2id, version 1.3 (RFC 9106), so that guessing costs memory and
 * time. The passphrase is taken in Unicode's form NFC, as UTF-8.
 * @param {string} passphrase
 * @param {Uint8Array} salt
 * @param {{ memoryKiB: number, iterations: number, parallelism: number }} cost
 * @returns {Promise<Uint8Array>} 32 bytes
 */
export async function argon2id(passphrase, salt, { memoryKiB, iterations, parallelism }) {
  return hashed({
    password: new TextEncoder().encode(passphrase.normalize("NFC")),
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: KEY_BYTES,
    outputType: "binary",
  });
}
