/** Values of records as JSON can hold them, and back: bytes become text. */
import { base64, fromBase64 } from "./base64";
import { joined, same } from "./backup_head";

/** Deeper than any record of ours; a file may hold anything. */
const DEEPEST = 32;
/** Bytes beyond this come in parts of this size, on lines of their own before the record. */
export const PART = 786_432;

/**
 * @param {unknown} value
 * @param {Uint8Array[]} large receives what is too large for the record's own line
 * @returns {unknown}
 * @throws {TypeError} it has no place in a backup: rather none is made than one that lacks it
 */
export function toJson(value, large) {
  if (value instanceof Uint8Array) return { $bytes: placed(value, large) };
  if (value instanceof ArrayBuffer) return { $buffer: placed(new Uint8Array(value), large) };
  if (Array.isArray(value)) return value.map((one) => toJson(one, large));
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError(String(value));
  const entries = Object.entries(value).map(([name, part]) => [name, toJson(part, large)]);
  const plain = Object.fromEntries(entries);
  return Object.keys(value).some((name) => name.startsWith("$")) ? { $object: plain } : plain;
}

/**
 * The bytes as text, or in how many parts they come.
 * @param {Uint8Array} bytes
 * @param {Uint8Array[]} large
 */
function placed(bytes, large) {
  if (bytes.length <= PART) return base64(bytes);
  large.push(bytes);
  return Math.ceil(bytes.length / PART);
}

/**
 * @param {any} json
 * @param {Uint8Array[]} parts that came before it; those it takes are taken out
 * @returns {unknown}
 * @throws {Error} it is nested too deeply, or bytes are missing or none
 */
export function fromJson(json, parts, depth = 0) {
  if (depth > DEEPEST) throw new RangeError("nested too deeply");
  if (Array.isArray(json)) return json.map((one) => fromJson(one, parts, depth + 1));
  if (typeof json !== "object" || json === null) return json;
  if (isPlaced(json.$bytes)) return found(json.$bytes, parts);
  if (isPlaced(json.$buffer)) return found(json.$buffer, parts).buffer;
  const plain = typeof json.$object === "object" ? json.$object : json;
  return Object.fromEntries(
    Object.entries(plain)
      .filter(([name]) => name !== "__proto__")
      .map(([name, part]) => [name, fromJson(part, parts, depth + 1)]),
  );
}

/** @param {unknown} value */
function isPlaced(value) {
  return typeof value === "string" || typeof value === "number";
}

/** @param {string | number} place @param {Uint8Array[]} parts */
function found(place, parts) {
  if (typeof place === "string") return fromBase64(place);
  if (!(place > 0 && place <= parts.length)) throw new RangeError("bytes are missing");
  return joined(parts.splice(0, place));
}

/**
 * Whether two values hold the same, whatever the order of their fields.
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
export function equal(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Uint8Array) return same(one, other);
  if (one instanceof ArrayBuffer) return same(new Uint8Array(one), new Uint8Array(other));
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && equal(one[name], other[name]))
  );
}
