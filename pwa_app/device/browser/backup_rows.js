/** Whether a record from a file is one that its table can keep, and the app can show. */
/** @import { FieldSchema, RecordData, TableSchema } from "./types" */
import { isMoment } from "./backup_head";
import { problemsOf } from "./values";

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {TableSchema} table
 * @param {unknown} row
 * @returns {row is RecordData}
 */
export function fits(table, row) {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return false;
  const record = /** @type {RecordData} */ (row);
  if (typeof record[table.key] !== "string") return false;
  if (Object.keys(problemsOf(table, record)).length > 0) return false;
  return Object.entries(table.fields).every(([name, field]) => isOfKind(field, record[name]));
}

/** @param {FieldSchema} field @param {unknown} value */
function isOfKind(field, value) {
  if (value === undefined || value === null) return !field.required;
  if (field.fill === "utc_now") return isMoment(value);
  if (field.fill === "local_date") return typeof value === "string" && DAY.test(value);
  switch (field.kind) {
    case "text":
      return typeof value === "string";
    case "integer":
    case "number":
      return typeof value === "number";
    case "flag":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value) && (!field.texts || value.every((one) => typeof one === "string"));
    case "object":
      return typeof value === "object" && !Array.isArray(value) && !isBinary(value);
    default:
      return isBinary(value);
  }
}

/** @param {unknown} value */
function isBinary(value) {
  return value instanceof Uint8Array || value instanceof ArrayBuffer;
}
