/** @import { ReadEntry } from "./log_types" */
/** The entries in the text of a file, whichever of the known kinds it is. */
import { columns, kind_of, read_daylio, read_own } from "$/utils/logic/log_file.js";
import { split_words, table_rows } from "$/utils/logic/table_text.js";
import { FORMAT, VERSION } from "./log_export";

const LISTS = ["feelings", "triggers", "helped"];

/** @typedef {{ line: number, row: Record<string, unknown> | null }} Row null for too many cells */
/** @typedef {{ line: number, reason: string, value: string }} Rejected */

/**
 * @param {string} text
 * @returns {{ kind: "" | "list" | "own" | "daylio", entries: ReadEntry[], rejected: Rejected[],
 *   own_moods: string[] }} `kind` is empty for a file that is not known
 */
export function readLog(text) {
  const { kind, rows } = /^\s*[[{]/.test(text) ? listOf(text) : tableOf(text);
  /** @type {ReadEntry[]} */
  const entries = [];
  /** @type {Rejected[]} */
  const rejected = [];
  /** @type {string[]} */
  const ownMoods = [];
  for (const { line, row } of rows) {
    const read = row ? (kind === "daylio" ? read_daylio(row) : read_own(row)) : TOO_MANY;
    if (read.own_mood) ownMoods.push(read.own_mood);
    if (read.entry) entries.push(withMoment(read.entry));
    else rejected.push({ line, reason: read.reason ?? "empty", value: read.value ?? "" });
  }
  return { kind, entries, rejected, own_moods: ownMoods };
}

const TOO_MANY = { reason: "cells", value: "", entry: undefined, own_mood: undefined };

/**
 * @param {string} text
 * @returns {{ kind: "" | "list", rows: Row[] }}
 */
function listOf(text) {
  const data = parsed(text);
  const known = data?.format === FORMAT && data.version <= VERSION && Array.isArray(data.entries);
  if (!known) return { kind: "", rows: [] };
  const rows = data.entries.map((/** @type {any} */ item, /** @type {number} */ at) => ({
    line: at + 1,
    row: textsOf(item ?? {}),
  }));
  return { kind: "list", rows };
}

/** @param {string} text @returns {any} null for no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The same texts that stand in a table. @param {Record<string, unknown>} item */
function textsOf(item) {
  /** @type {Record<string, unknown>} */
  const row = {};
  for (const column of columns()) {
    const value = item[column];
    if (!LISTS.includes(column)) row[column] = String(value ?? "");
    else if (Array.isArray(value)) row[column] = value.filter((word) => typeof word === "string");
  }
  return row;
}

/**
 * @param {string} text
 * @returns {{ kind: "" | "own" | "daylio", rows: Row[] }}
 */
function tableOf(text) {
  const [first, ...rest] = table_rows(text);
  const headings = (first?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const kind = kind_of(headings);
  if (kind === "") return { kind, rows: [] };
  return { kind, rows: rest.map(({ line, cells }) => ({ line, row: rowOf(headings, cells) })) };
}

/**
 * @param {string[]} headings
 * @param {string[]} cells
 */
function rowOf(headings, cells) {
  if (cells.slice(headings.length).some((cell) => cell !== "")) return null;
  /** @type {Record<string, unknown>} */
  const row = Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""]));
  for (const list of LISTS) if (row[list]) row[list] = split_words(String(row[list]));
  return row;
}

/**
 * A time of day becomes a moment where the person is now.
 * @param {import("./log_types").TimedEntry} entry
 * @returns {ReadEntry}
 */
function withMoment({ minute = 0, at, ...entry }) {
  const [year, month, day] = entry.local_date.split("-").map(Number);
  const moment = at ? new Date(at) : new Date(year, month - 1, day, 0, minute);
  if (!at) moment.setHours(Math.floor(minute / 60), minute % 60);
  return { ...entry, at: moment.toISOString() };
}
