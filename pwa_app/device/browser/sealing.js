/**
 * Sealing: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits before each text, and
 * names that say nothing (HMAC-SHA-256).
 *
 * A transaction of IndexedDB ends when it waits for anything else, and WebCrypto always makes one
 * wait: so what is small is sealed at once by an audited library, and only what is large by the
 * browser itself. Both write the same bytes. See docs/decisions/0025-vault.md.
 */
import { gcm } from "@noble/ciphers/aes.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { LockedError } from "./vault_names";

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** From so many bytes on the browser's own cipher is worth the waiting. */
export const LARGE_BYTES = 65_536;

const text = new TextEncoder();

/** Seals and opens with one data key; what it seals opens only under the same table and name. */
export class Sealer {
  /** @type {Promise<CryptoKey> | undefined} */
  #browserKey;
  #forgotten = false;

  /**
   * @param {Uint8Array} dataKey 32 bytes
   * @param {string} keyId which key it is; no secret
   */
  constructor(dataKey, keyId) {
    this.dataKey = dataKey;
    this.keyId = keyId;
    this.sealKey = hkdf(sha256, dataKey, undefined, text.encode("mooring vault 1: seal"), KEY_BYTES);
    this.nameKey = hkdf(sha256, dataKey, undefined, text.encode("mooring vault 1: name"), KEY_BYTES);
  }

  /**
   * The name under which a record lies on the disk: the same for the same key, and without the
   * data key no way back to it.
   * @param {string} table
   * @param {unknown} key
   */
  nameOf(table, key) {
    this.#remember();
    return base64url(hmac(sha256, this.nameKey, text.encode(JSON.stringify([table, key]))));
  }

  /**
   * @param {string} table
   * @param {string} name
   * @param {Uint8Array} plain
   */
  seal(table, name, plain) {
    const nonce = freshNonce();
    const sealed = gcm(this.sealKey, nonce, this.#bound(table, name)).encrypt(plain);
    return joined(nonce, sealed);
  }

  /**
   * @param {string} table
   * @param {string} name
   * @param {Uint8Array} sealed
   * @returns {Uint8Array}
   * @throws {Error} it was changed, or belongs to another place or key
   */
  open(table, name, sealed) {
    const [nonce, rest] = parted(sealed);
    return gcm(this.sealKey, nonce, this.#bound(table, name)).decrypt(rest);
  }

  /**
   * As `seal`, by the browser where it can (not over plain http).
   * @param {string} table
   * @param {string} name
   * @param {Uint8Array} plain
   */
  async sealLarge(table, name, plain) {
    if (!crypto.subtle) return this.seal(table, name, plain);
    const nonce = freshNonce();
    const how = { name: "AES-GCM", iv: nonce, additionalData: this.#bound(table, name) };
    const sealed = await crypto.subtle.encrypt(how, await this.#browsers(), owned(plain));
    return joined(nonce, new Uint8Array(sealed));
  }

  /**
   * As `open`, by the browser where it can.
   * @param {string} table
   * @param {string} name
   * @param {Uint8Array} sealed
   */
  async openLarge(table, name, sealed) {
    if (!crypto.subtle) return this.open(table, name, sealed);
    const [nonce, rest] = parted(sealed);
    const how = { name: "AES-GCM", iv: owned(nonce), additionalData: this.#bound(table, name) };
    return new Uint8Array(await crypto.subtle.decrypt(how, await this.#browsers(), owned(rest)));
  }

  /** Takes the keys out of memory, as far as a page can. */
  forget() {
    this.dataKey.fill(0);
    this.sealKey.fill(0);
    this.nameKey.fill(0);
    this.#forgotten = true;
    this.#browserKey = undefined;
  }

  /**
   * @param {string} table
   * @param {string} name
   */
  #bound(table, name) {
    this.#remember();
    return text.encode(JSON.stringify(["mooring vault 1", this.keyId, table, name]));
  }

  /** What began before the vault was locked must not go on with no key. */
  #remember() {
    if (this.#forgotten) throw new LockedError();
  }

  #browsers() {
    this.#browserKey ??= crypto.subtle.importKey("raw", owned(this.sealKey), "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]);
    return this.#browserKey;
  }
}

/** @param {Uint8Array} sealed */
export function nonceOf(sealed) {
  return base64url(sealed.subarray(0, NONCE_BYTES));
}

function freshNonce() {
  return crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
}

/** @param {Uint8Array} nonce @param {Uint8Array} rest */
function joined(nonce, rest) {
  const whole = new Uint8Array(nonce.length + rest.length);
  whole.set(nonce);
  whole.set(rest, nonce.length);
  return whole;
}

/** @param {Uint8Array} whole */
function parted(whole) {
  return [whole.subarray(0, NONCE_BYTES), whole.subarray(NONCE_BYTES)];
}

/**
 * TypeScript tells buffers that may be shared from others; none of ours is.
 * @param {Uint8Array} bytes
 */
function owned(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}

/** @param {Uint8Array} bytes */
export function base64url(bytes) {
  const letters = btoa(String.fromCharCode(...bytes));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} letters */
export function fromBase64url(letters) {
  const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
