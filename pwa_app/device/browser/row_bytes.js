/**
 * A record as bytes: four bytes with the length of its JSON, the JSON, then the contents of its
 * binary fields, one after the other. The JSON is filled up with spaces to a multiple of 256
 * bytes, so that a length says little.
 */
/** @import { RecordData } from "./types" */
const STEP = 256;
const HEAD = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @param {RecordData} row
 * @returns {Uint8Array}
 */
export function bytesOf(row) {
  /** @type {[string, number][]} */
  const parts = [];
  /** @type {ArrayBuffer[]} */
  const contents = [];
  /** @type {RecordData} */
  const plain = {};
  for (const [field, value] of Object.entries(row)) {
    if (value instanceof ArrayBuffer) {
      parts.push([field, value.byteLength]);
      contents.push(value);
    } else plain[field] = value;
  }
  const json = encoder.encode(JSON.stringify([plain, parts]));
  const padded = Math.ceil((HEAD + json.length) / STEP) * STEP - HEAD;
  const length = contents.reduce((sum, one) => sum + one.byteLength, HEAD + padded);
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(0, padded);
  bytes.fill(0x20, HEAD, HEAD + padded);
  bytes.set(json, HEAD);
  let at = HEAD + padded;
  for (const one of contents) {
    bytes.set(new Uint8Array(one), at);
    at += one.byteLength;
  }
  return bytes;
}

/**
 * @param {Uint8Array} bytes as `bytesOf` gives them
 * @returns {RecordData}
 */
export function rowOf(bytes) {
  const padded = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  let at = HEAD + padded;
  const [row, parts] = JSON.parse(decoder.decode(bytes.subarray(HEAD, at)));
  for (const [field, length] of parts) {
    row[field] = bytes.slice(at, at + length).buffer;
    at += length;
  }
  return row;
}
