/** Reads a backup: what kind it is, whether it is whole, and what it holds, a piece at a time. */
/** @import { BackupHead, Pieces } from "./backup_types" */
import { BackupError } from "./backup_error";
import { bytesOf, CHUNK, DIGEST, MAGIC, readHead, same } from "./backup_head";
import { FORMAT, LineReader } from "./backup_lines";
import { Seal, TAG } from "./backup_seal";

/** The first line of a plain backup begins so. */
const PLAIN = `{"format":"${FORMAT}"`;
const LOG = /^\uFEFF?\s*\{\s*"format"\s*:\s*"mooring-log"/;

/**
 * What a file is.
 * @param {Blob} file
 * @param {number} schema the newest version of the store that can be read
 * @returns {Promise<Backup>} with nothing of its content read yet
 * @throws {BackupError}
 */
export async function openFile(file, schema) {
  const start = await bytesOf(file, 0, 64);
  if (start.length > 0 && same(start.subarray(0, MAGIC.length), MAGIC.subarray(0, start.length))) {
    const { head, bytes } = await readHead(file);
    if (head.schema > schema) throw new BackupError("newer");
    return new Backup(file, schema, head, bytes);
  }
  const text = new TextDecoder().decode(start);
  if (LOG.test(text)) throw new BackupError("log");
  if (!text.startsWith(PLAIN)) throw new BackupError("foreign");
  return new Backup(file, schema, null, new Uint8Array(0));
}

/** A backup in a file, which is read as often as is asked for. */
export class Backup {
  /** @type {Seal | null} */
  #seal = null;

  /**
   * @param {Blob} file
   * @param {number} schema the newest version of the store that can be read
   * @param {BackupHead | null} head null where it is plain
   * @param {Uint8Array} bytes of the head
   */
  constructor(file, schema, head, bytes) {
    this.file = file;
    this.schema = schema;
    this.head = head;
    this.bytes = bytes;
  }

  /** @param {string} passphrase @throws {BackupError} it is not the right one */
  async unlock(passphrase) {
    if (!this.head) return;
    const from = this.bytes.length;
    const check = await bytesOf(this.file, from, from + DIGEST);
    if (check.length < DIGEST) throw new BackupError("truncated");
    const seal = await Seal.from(passphrase, this.head, this.bytes);
    if (!same(seal.check, check)) throw new BackupError("passphrase");
    this.#seal = seal;
  }

  /**
   * What it holds, from the first line on.
   * @param {(share: number) => void} progress told how much of the file was read, from 0 to 1
   */
  lines(progress) {
    const { file, head, bytes } = this;
    if (!head) return new LineReader(plainPieces(file, progress));
    if (!this.#seal) throw new Error("the backup was not unlocked");
    const start = bytes.length + DIGEST;
    return new LineReader(sealedPieces(file, start, head.chunk + TAG, this.#seal, progress));
  }
}

/** @param {Blob} file @param {(share: number) => void} progress @returns {Pieces} */
function plainPieces(file, progress) {
  let at = 0;
  return {
    async next() {
      if (at >= file.size) return null;
      const piece = await bytesOf(file, at, at + CHUNK);
      at += piece.length;
      progress(at / file.size);
      return piece;
    },
  };
}

/**
 * @param {Blob} file
 * @param {number} start of the first chunk
 * @param {number} size of a sealed chunk
 * @param {Seal} seal
 * @param {(share: number) => void} progress
 * @returns {Pieces}
 */
function sealedPieces(file, start, size, seal, progress) {
  let number = 0;
  return {
    async next() {
      const at = start + number * size;
      if (number > 0 && at >= file.size) return null;
      const last = at + size >= file.size;
      const sealed = await bytesOf(file, at, at + size);
      const chunk = await seal.opened(sealed, number, last);
      // Where what seems to be the last one cannot be opened so, the file stops too soon.
      if (chunk === null) throw new BackupError(last ? "truncated" : "damaged");
      number += 1;
      progress(Math.min(1, (at + size) / file.size));
      return chunk;
    },
  };
}
