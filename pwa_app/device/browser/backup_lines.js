/**
 * What is in a backup, line by line (docs/backup-format.md): a JSON document whose lines are
 * records, so that neither writing nor reading holds all of it. A digest in its last lines tells
 * whether it is whole.
 */
/** @import { ContentHead, Pieces } from "./backup_types" */
import { BackupError } from "./backup_error";
import { isMoment, joined, sha256, within } from "./backup_head";

export const FORMAT = "mooring-backup";
export const VERSION = 1;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const CLOSING = "]}";
/** One record of more bytes is none of ours, and too much for a phone to hold. */
const LONGEST_LINE = 8 * 1024 * 1024;
/** The digest is carried on whenever so many bytes have come together. */
const DIGEST_STEP = 65_536;

/** A digest over lines: SHA-256 of the digest so far and the bytes since. */
class Digest {
  #sum = new Uint8Array(32);
  /** @type {Uint8Array[]} */
  #waiting = [];
  #size = 0;

  /** @param {Uint8Array} line with its line end */
  async add(line) {
    this.#waiting.push(line);
    this.#size += line.length;
    if (this.#size >= DIGEST_STEP) await this.#carryOn();
  }

  async text() {
    if (this.#size > 0) await this.#carryOn();
    return Array.from(this.#sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async #carryOn() {
    this.#sum = await sha256(joined([this.#sum, ...this.#waiting]));
    this.#waiting = [];
    this.#size = 0;
  }
}

/** Makes the lines of a backup. */
export class LineWriter {
  #digest = new Digest();
  #count = 0;

  /** @param {{ write: (bytes: Uint8Array) => Promise<void> }} sink */
  constructor(sink) {
    this.sink = sink;
  }

  /** @param {ContentHead} head */
  async start(head) {
    const text = JSON.stringify({ format: FORMAT, version: VERSION, ...head, records: [] });
    await this.#put(text.slice(0, -CLOSING.length));
  }

  /** @param {object} item */
  async add(item) {
    this.#count += 1;
    await this.#put(`${JSON.stringify(item)},`);
  }

  async end() {
    const end = { records: this.#count, digest: await this.#digest.text() };
    const text = `${JSON.stringify({ end })}\n${CLOSING}\n`;
    await this.sink.write(new TextEncoder().encode(text));
  }

  /** @param {string} text */
  async #put(text) {
    const line = new TextEncoder().encode(`${text}\n`);
    await this.#digest.add(line);
    await this.sink.write(line);
  }
}

/** Reads the lines of a backup, as far as its pieces go. */
export class LineReader {
  #digest = new Digest();
  #count = 0;
  /** Which lines have come: `records`, the `end`, or what `closed` the document. */
  #stage = "records";
  /** What a line that is not whole yet has so far. @type {Uint8Array[]} */
  #begun = [];
  #size = 0;
  /** @type {ContentHead | null} */
  #head = null;

  /** @param {Pieces} pieces */
  constructor(pieces) {
    this.pieces = pieces;
  }

  /** What the first line says; known once `next` has answered. */
  get head() {
    if (!this.#head) throw new BackupError("truncated");
    return this.#head;
  }

  /**
   * The items of the lines that the next piece makes whole.
   * @returns {Promise<Record<string, any>[] | null>} null at the end, when all was found whole
   * @throws {BackupError}
   */
  async next() {
    const piece = await this.pieces.next();
    if (piece === null) {
      if (this.#stage !== "closed" || this.#size > 0) throw new BackupError("truncated");
      return null;
    }
    const items = [];
    for (const line of this.#linesWith(piece)) {
      const item = await this.#read(line);
      if (item) items.push(item);
    }
    return items;
  }

  /** @param {Uint8Array} piece */
  #linesWith(piece) {
    const lines = [];
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      lines.push(joined([...this.#begun, piece.subarray(from, end + 1)]));
      this.#begun = [];
      this.#size = 0;
      from = end + 1;
    }
    // A copy, as the rest of the piece is not needed any more.
    if (from < piece.length) this.#begun.push(piece.slice(from));
    this.#size += piece.length - from;
    if (this.#size > LONGEST_LINE) throw new BackupError("refused");
    return lines;
  }

  /**
   * @param {Uint8Array} line
   * @returns {Promise<Record<string, any> | null>} null where it is no record
   */
  async #read(line) {
    const text = textOf(line);
    if (this.#stage !== "records") {
      if (this.#stage === "closed" || text !== CLOSING) throw new BackupError("damaged");
      this.#stage = "closed";
      return null;
    }
    if (!this.#head) {
      this.#head = headOf(parsed(text + CLOSING));
      await this.#digest.add(line);
      return null;
    }
    const item = parsed(line.at(-2) === COMMA ? text.slice(0, -1) : text);
    if (item.end === undefined) {
      this.#count += 1;
      await this.#digest.add(line);
      return item;
    }
    const whole =
      item.end?.records === this.#count && item.end.digest === (await this.#digest.text());
    if (!whole) throw new BackupError("damaged");
    this.#stage = "end";
    return null;
  }
}

/** @param {Uint8Array} line */
function textOf(line) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line).slice(0, -1);
  } catch {
    throw new BackupError("damaged");
  }
}

/** @param {string} text @returns {Record<string, any>} */
function parsed(text) {
  try {
    const item = JSON.parse(text);
    if (typeof item === "object" && item !== null && !Array.isArray(item)) return item;
  } catch {
    // It is told of as any other damage.
  }
  throw new BackupError("damaged");
}

/** @param {Record<string, any>} item @returns {ContentHead} */
function headOf({ format, version, schema, app, created }) {
  if (format !== FORMAT) throw new BackupError("foreign");
  if (version !== VERSION) throw new BackupError("newer");
  if (!within(schema, 1, 1_000_000) || typeof app !== "string" || !isMoment(created)) {
    throw new BackupError("damaged");
  }
  return { schema, app, created };
}
