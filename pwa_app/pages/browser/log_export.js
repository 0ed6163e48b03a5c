/** @import { LogEntry } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** The log as a file: a table for spreadsheets, or all of it for this app to read again. */
import { useSyncExternalStore } from "react";
import { troubleOf } from "$/utils/device/database";
import { rowsBetween } from "$/utils/device/span";
import { localDate } from "$/utils/device/dates";
import { date_of, day_number, span_of } from "$/utils/logic/days.js";
import { cells_of, columns } from "$/utils/logic/log_file.js";
import { joined_words, table_text } from "$/utils/logic/table_text.js";
import { saveFile, shareFile } from "./files";
import { Shared } from "./shared";

export const FORMAT = "mooring-log";
export const VERSION = 1;

/** The part that a column belongs to, where it has another name. @type {Record<string, string>} */
const PARTS = { note: "notes" };

/**
 * How many days back, 0 for all; a part that is false is left out.
 * @typedef {{ days: number } & Record<string, boolean | number>} Chosen
 */

/** Why the last file could not be made. @type {Shared<import("../../device/browser/types").Trouble | null>} */
const trouble = new Shared(null);

/** Why the last file could not be made, or null. */
export function useExportTrouble() {
  return useSyncExternalStore(trouble.subscribe, trouble.answer, () => null);
}

/** @param {Records} records @param {Chosen} chosen */
export const saveTable = (records, chosen) => made(tableFile(records, chosen), saveFile);

/** @param {Records} records @param {Chosen} chosen */
export const shareTable = (records, chosen) => made(tableFile(records, chosen), shareFile);

/** @param {Records} records */
export const saveAll = (records) => made(wholeFile(records), saveFile);

/** @param {Records} records */
export const shareAll = (records) => made(wholeFile(records), shareFile);

/**
 * Hands a file on, or tells why there is none.
 * @param {Promise<File>} file
 * @param {(file: File) => unknown} handOn
 */
async function made(file, handOn) {
  try {
    const whole = await file;
    trouble.tell(null);
    await handOn(whole);
  } catch (error) {
    trouble.tell(troubleOf(error));
  }
}

/** @param {Records} records @param {Chosen} chosen */
async function tableFile(records, { days, ...chosen }) {
  const today = localDate(new Date());
  const first = days === 0 ? "" : date_of(span_of(days, day_number(today), 0).first);
  const entries = await entriesSince(records, first);
  const wanted = columns().filter((column) => chosen[PARTS[column] ?? column] !== false);
  const rows = entries.map((entry) => cells_of(texts(entry), wanted));
  // The byte order mark tells spreadsheets that this is UTF-8.
  const text = `\ufeff${table_text([columns(), ...rows])}`;
  return new File([text], `log-${today}.csv`, { type: "text/csv" });
}

/** @param {Records} records */
async function wholeFile(records) {
  const entries = await entriesSince(records, "");
  const exported = new Date();
  const whole = { format: FORMAT, version: VERSION, exported: exported.toISOString(), entries };
  const name = `log-${localDate(exported)}.json`;
  return new File([JSON.stringify(whole, null, 1)], name, { type: "application/json" });
}

/** @param {Records} records @param {string} first @returns {Promise<LogEntry[]>} */
async function entriesSince(records, first) {
  const rows = await rowsBetween(records, "MoodEntry", "local_date", first, "\uffff");
  const entries = /** @type {LogEntry[]} */ (/** @type {unknown} */ (rows));
  return entries.sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** @param {LogEntry} entry */
function texts(entry) {
  const moment = new Date(entry.at);
  const clock = [moment.getHours(), moment.getMinutes()];
  return {
    ...entry,
    local_time: clock.map((part) => String(part).padStart(2, "0")).join(":"),
    feelings: joined_words(entry.feelings ?? []),
    triggers: joined_words(entry.triggers ?? []),
    helped: joined_words(entry.helped ?? []),
  };
}
