/** @import { ImportState, LogEntry, ReadEntry } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** Bringing entries in: read, shown, and only then kept, all of them or none. */
import { useSyncExternalStore } from "react";
import { addAll } from "$/utils/device/adding";
import { troubleOf } from "$/utils/device/database";
import { shortDate } from "$/utils/device/dates";
import { sorted_out } from "$/utils/logic/log_file.js";
import words from "$/utils/pages/log_file_words.json";
import { readLog } from "./log_reading";
import { filled } from "./sentences";

/** So many lines are explained, and so many entries shown. */
const EXPLAINED = 50;
const SHOWN = 5;

/** @type {ImportState} */
const START = Object.freeze({
  phase: "start",
  trouble: null,
  said: [],
  rejected: [],
  sample: [],
  fresh: 0,
});

let state = START;
/** What is kept when the person agrees. @type {ReadEntry[]} */
let waiting = [];
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) cancelImport();
  };
}

/** What the page shows of an import. */
export function useImport() {
  return useSyncExternalStore(subscribe, () => state, () => START);
}

/** @param {Partial<ImportState>} change */
function tell(change) {
  state = { ...START, ...change };
  for (const listener of listeners) listener();
}

/** Forgets what was read. */
export function cancelImport() {
  waiting = [];
  const control = document.querySelector("input[type=file]");
  if (control instanceof HTMLInputElement) control.value = "";
  tell({});
}

/**
 * Reads the chosen file and shows what it would bring; nothing is kept yet.
 * @param {Records} records
 */
export async function readChosenFile(records) {
  const control = document.querySelector("input[type=file]");
  const file = control instanceof HTMLInputElement ? control.files?.[0] : undefined;
  if (!file) return;
  tell({ phase: "reading" });
  try {
    const read = readLog(textOf(await file.arrayBuffer()));
    if (read.kind === "") return tell({ phase: "unknown" });
    const kept = await records.database.table("MoodEntry").toArray();
    const { fresh, already } = sorted_out(read.entries, kept);
    waiting = fresh;
    tell({
      phase: "preview",
      fresh: fresh.length,
      said: saidOf(fresh, already.length, read.own_moods),
      rejected: explained(read.rejected, read.kind),
      sample: fresh.slice(0, SHOWN).map(line),
    });
  } catch (error) {
    tell({ phase: "trouble", trouble: troubleOf(error) });
  }
}

/**
 * Keeps what was shown.
 * @param {Records} records
 */
export async function bringIn(records) {
  const count = waiting.length;
  tell({ phase: "reading" });
  try {
    await addAll(records, "MoodEntry", /** @type {any[]} */ (waiting));
    cancelImport();
    tell({ phase: "done", said: [filled(words.done, { count })] });
  } catch (error) {
    tell({ phase: "trouble", trouble: troubleOf(error) });
  }
}

/** Files that are not UTF-8 come from older spreadsheets. @param {ArrayBuffer} bytes */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * @param {ReadEntry[]} fresh
 * @param {number} already
 * @param {string[]} ownMoods
 */
function saidOf(fresh, already, ownMoods) {
  const days = fresh.map((entry) => entry.local_date).sort();
  const said = [];
  if (fresh.length === 0) said.push(words.none);
  else {
    const [from, to] = [days[0], days[days.length - 1]].map(shortDate);
    said.push(filled(words.fresh, { count: fresh.length, from, to }));
  }
  if (already > 0) said.push(filled(words.already, { count: already }));
  if (ownMoods.length > 0) {
    said.push(filled(words.own_moods, { names: [...new Set(ownMoods)].join(", ") }));
  }
  return said;
}

/**
 * @param {{ line: number, reason: string, value: string }[]} rejected
 * @param {string} kind
 */
function explained(rejected, kind) {
  const place = kind === "list" ? words.entry : words.line;
  const lines = rejected.slice(0, EXPLAINED).map(({ line, reason, value }) => {
    const why = filled(words.reasons[reason], { value: value.slice(0, 40) });
    return filled(place, { line, why });
  });
  const more = rejected.length - lines.length;
  return more > 0 ? [...lines, filled(words.more, { count: more })] : lines;
}

/** @param {ReadEntry} entry */
function line(entry) {
  const mood = entry.mood === undefined ? [] : [words.moods[entry.mood]];
  const urge = entry.urge === undefined ? [] : [filled(words.urge, { urge: entry.urge })];
  const lists = [entry.feelings, entry.triggers, entry.helped].flatMap((list) => list ?? []);
  const note = entry.note === undefined ? [] : [entry.note.slice(0, 80)];
  return [shortDate(entry.local_date), ...mood, ...urge, ...lists, ...note].join(" · ");
}
