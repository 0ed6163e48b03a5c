/**
 * Sealed chunks: AES-256-GCM with the number of the chunk and whether it is the last one in each
 * nonce, so that nothing can be left out, cut off, put in another order or changed unseen (Hoang,
 * Reyhanitabar, Rogaway and Vizár, Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance, CRYPTO 2015: the STREAM construction).
 */
/** @import { BackupHead } from "./backup_types" */
import { DIGEST, joined, source } from "./backup_head";

export const TAG = 16;
const MOST_CHUNKS = 2 ** 32;
const PAINT_MS = 50;

/** The key of one backup, and what tells whether the passphrase was right. */
export class Seal {
  /**
   * @param {CryptoKey} key
   * @param {Uint8Array} check
   * @param {BackupHead} head
   * @param {Uint8Array} bytes of the head
   */
  constructor(key, check, head, bytes) {
    this.key = key;
    this.check = check;
    this.nonce = head.nonce;
    this.bound = bytes.slice(-DIGEST);
  }

  /**
   * @param {string} passphrase
   * @param {BackupHead} head
   * @param {Uint8Array} bytes of the head
   */
  static async from(passphrase, head, bytes) {
    const { argon2id } = await import("./argon2id");
    // Making a key holds the page up, which shows before that that it is at work.
    await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
    const secret = await argon2id(passphrase, head.salt, head.cost);
    const base = await crypto.subtle.importKey("raw", source(secret), "HKDF", false, [
      "deriveKey",
      "deriveBits",
    ]);
    const aes = { name: "AES-GCM", length: 256 };
    const key = await crypto.subtle.deriveKey(purpose("chunks"), base, aes, false, [
      "encrypt",
      "decrypt",
    ]);
    const check = await crypto.subtle.deriveBits(purpose("check"), base, 256);
    return new Seal(key, new Uint8Array(check), head, bytes);
  }

  /** @param {Uint8Array} chunk @param {number} number @param {boolean} last */
  async sealed(chunk, number, last) {
    const given = this.#given(number, last);
    return new Uint8Array(await crypto.subtle.encrypt(given, this.key, source(chunk)));
  }

  /**
   * @param {Uint8Array} chunk
   * @param {number} number
   * @param {boolean} last
   * @returns {Promise<Uint8Array | null>} null where it was not sealed so
   */
  async opened(chunk, number, last) {
    try {
      const given = this.#given(number, last);
      return new Uint8Array(await crypto.subtle.decrypt(given, this.key, source(chunk)));
    } catch {
      return null;
    }
  }

  /** @param {number} number @param {boolean} last */
  #given(number, last) {
    if (number >= MOST_CHUNKS) throw new RangeError("too many chunks for one key");
    const place = new Uint8Array(5);
    new DataView(place.buffer).setUint32(0, number);
    place[4] = last ? 1 : 0;
    return {
      name: "AES-GCM",
      iv: joined([this.nonce, place]),
      additionalData: joined([this.bound, place]),
    };
  }
}

/** @param {string} name */
function purpose(name) {
  const info = new TextEncoder().encode(`mooring backup 1 ${name}`);
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
}
