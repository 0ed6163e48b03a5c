/** @import { FieldSchema, Problem, Problems, RecordData, TableSchema } from "./types" */
import { localDate } from "./dates";

/**
 * The value of a field from the texts of its form controls; `undefined` where nothing was given.
 * @param {FieldSchema} field
 * @param {string[]} texts
 */
export function parseField(field, texts) {
  const given = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (given.length === 0) return undefined;
  if (field.kind === "list") return given;
  if (field.kind === "flag") return true;
  // A wall clock that shows no such moment (in the hour that summer time skips) means the next.
  if (field.fill === "utc_now") return new Date(given[0]).toISOString();
  if (field.kind === "integer" || field.kind === "number") return Number(given[0]);
  return texts.join("\n").trim();
}

/**
 * What is wrong with a value, or null.
 * @param {FieldSchema} field
 * @param {unknown} value
 * @returns {Problem | null}
 */
export function problemOf(field, value) {
  if (value === undefined || value === null) {
    return field.required && !field.fill ? { code: "missing" } : null;
  }
  if (field.kind === "integer" || field.kind === "number") return problemOfNumber(field, value);
  if (field.kind === "bytes") return problemOfBytes(field, value);
  if (typeof value !== "string") return null;
  if (field.longest !== undefined && value.length > field.longest) {
    return { code: "too_long", limit: field.longest };
  }
  const whole = field.pattern && new RegExp(`^(?:${field.pattern})$`, "u");
  return whole && !whole.test(value) ? { code: "no_match" } : null;
}

/**
 * @param {FieldSchema} field
 * @param {unknown} value
 * @returns {Problem | null}
 */
function problemOfNumber(field, value) {
  if (typeof value !== "number" || !Number.isFinite(value)) return { code: "not_a_number" };
  if (field.kind === "integer" && !Number.isInteger(value)) return { code: "not_a_number" };
  if (field.least !== undefined && value < field.least) {
    return { code: "too_small", limit: field.least };
  }
  if (field.most !== undefined && value > field.most) {
    return { code: "too_large", limit: field.most };
  }
  return null;
}

/**
 * @param {FieldSchema} field
 * @param {unknown} value
 * @returns {Problem | null}
 */
function problemOfBytes(field, value) {
  if (!(value instanceof ArrayBuffer)) return { code: "not_bytes" };
  const tooLarge = field.longest !== undefined && value.byteLength > field.longest;
  return tooLarge ? { code: "too_large", limit: field.longest } : null;
}

/**
 * Everything that is wrong with a record, by field; empty when it can be kept.
 * @param {TableSchema} table
 * @param {RecordData} record
 */
export function problemsOf(table, record) {
  /** @type {Problems} */
  const problems = {};
  for (const [name, field] of Object.entries(table.fields)) {
    const problem = problemOf(field, record[name]);
    if (problem) problems[name] = problem;
  }
  return problems;
}

/**
 * The field that says when it was, if a table has one.
 * @param {TableSchema} table
 */
export function momentField(table) {
  return Object.keys(table.fields).find((name) => table.fields[name].fill === "utc_now");
}

/**
 * The record with what the phone fills in by itself; a value that is there stays. The day is that
 * of the record's moment, on the person's own calendar.
 * @param {TableSchema} table
 * @param {RecordData} record
 * @param {Date} now
 */
export function filledIn(table, record, now) {
  const filled = { ...record };
  for (const [name, field] of Object.entries(table.fields)) {
    if (filled[name] !== undefined || !field.fill) continue;
    if (field.fill === "uuid") filled[name] = randomUuid();
    else if (field.fill === "utc_now") filled[name] = now.toISOString();
    else if (field.fill === "ms_now") filled[name] = now.getTime();
    else {
      const moment = filled[momentField(table) ?? ""];
      filled[name] = localDate(moment ? new Date(String(moment)) : now);
    }
  }
  return filled;
}

/** A random UUID, also where `crypto.randomUUID` is missing (plain http, older phones). */
export function randomUuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
