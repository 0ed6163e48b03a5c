/**
 * The ways to the data key: a passcode or a recovery code through Argon2id, a passkey through its
 * own secret. Each holds the data key sealed with AES-256-GCM; what it costs is bound to it.
 */
/** @import { KeyCost, KeyWay, VaultHeader } from "./types" */
import { gcm } from "@noble/ciphers/aes.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { argon2id } from "./argon2id";
import { base64url, fromBase64url, KEY_BYTES } from "./sealing";

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const text = new TextEncoder();

/** @param {number} count */
export function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

/**
 * A way to the data key by something that is known.
 * @param {"passcode" | "recovery"} kind
 * @param {string} secret
 * @param {KeyCost} cost
 * @param {Uint8Array} dataKey
 * @param {string} keyId
 * @returns {Promise<KeyWay>}
 */
export async function wayBySecret(kind, secret, cost, dataKey, keyId) {
  const salt = randomBytes(SALT_BYTES);
  const key = await argon2id(plainSecret(kind, secret), salt, cost);
  const sealed = wrapped(key, dataKey, bound(kind, keyId, cost));
  return { kind, cost, salt: base64url(salt), sealed };
}

/**
 * A way to the data key by a passkey.
 * @param {string} credential the credential's id
 * @param {string} salt what the passkey made its secret from
 * @param {Uint8Array} secret 32 bytes
 * @param {Uint8Array} dataKey
 * @param {string} keyId
 * @returns {KeyWay}
 */
export function wayByPasskey(credential, salt, secret, dataKey, keyId) {
  const key = keyOfPasskey(secret);
  const sealed = wrapped(key, dataKey, bound("passkey", keyId, credential));
  return { kind: "passkey", credential, salt, sealed };
}

/**
 * The data key, or null where the secret is not the right one.
 * @param {VaultHeader} header
 * @param {"passcode" | "recovery"} kind
 * @param {string} secret
 * @returns {Promise<Uint8Array | null>}
 */
export async function dataKeyBySecret(header, kind, secret) {
  const way = header.ways.find((one) => one.kind === kind);
  const plain = plainSecret(kind, secret);
  if (!way || way.kind === "passkey" || plain === "") return null;
  const began = performance.now();
  const key = await argon2id(plain, fromBase64url(way.salt), way.cost);
  performance.measure("vault:key", { start: began });
  return unwrapped(key, way.sealed, bound(kind, header.key, way.cost));
}

/**
 * @param {VaultHeader} header
 * @param {Uint8Array} secret
 * @returns {Uint8Array | null}
 */
export function dataKeyByPasskey(header, secret) {
  const way = header.ways.find((one) => one.kind === "passkey");
  if (way?.kind !== "passkey") return null;
  return unwrapped(keyOfPasskey(secret), way.sealed, bound("passkey", header.key, way.credential));
}

/** @param {Uint8Array} secret */
function keyOfPasskey(secret) {
  return hkdf(sha256, secret, undefined, text.encode("mooring vault 1: passkey"), KEY_BYTES);
}

/**
 * @param {string} kind
 * @param {string} keyId
 * @param {unknown} more
 */
function bound(kind, keyId, more) {
  return text.encode(JSON.stringify(["mooring vault 1: key", kind, keyId, more]));
}

/**
 * @param {Uint8Array} key
 * @param {Uint8Array} dataKey
 * @param {Uint8Array} boundTo
 */
function wrapped(key, dataKey, boundTo) {
  const nonce = randomBytes(NONCE_BYTES);
  return base64url(Uint8Array.from([...nonce, ...gcm(key, nonce, boundTo).encrypt(dataKey)]));
}

/**
 * @param {Uint8Array} key
 * @param {string} sealed
 * @param {Uint8Array} boundTo
 */
function unwrapped(key, sealed, boundTo) {
  const bytes = fromBase64url(sealed);
  try {
    const cipher = gcm(key, bytes.subarray(0, NONCE_BYTES), boundTo);
    return cipher.decrypt(bytes.subarray(NONCE_BYTES));
  } catch {
    // The tag does not fit: another secret, or a header that was tampered with.
    return null;
  }
}

/** Crockford's base 32: no I, L, O or U (https://www.crockford.com/base32.html). */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 6;
const GROUP = 4;

/** A code of 120 random bits, in groups that are easy to copy by hand. */
export function newRecoveryCode() {
  const letters = Array.from(randomBytes(GROUPS * GROUP), (byte) => LETTERS[byte % LETTERS.length]);
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * GROUP, (at + 1) * GROUP).join(""),
  );
  return groups.join("-");
}

/**
 * A passcode without the space that keyboards add; a recovery code as it was made, however it was
 * copied.
 * @param {"passcode" | "recovery"} kind
 * @param {string} secret
 */
function plainSecret(kind, secret) {
  if (kind === "passcode") return secret.trim();
  const letters = secret.toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return letters.replaceAll(/[^0-9A-Z]/g, "");
}
