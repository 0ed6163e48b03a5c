/** @import { LogEntry } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** The table of days, and the notes, on the page for someone else. */
import { useSyncExternalStore } from "react";
import { shortDate, timeInDay } from "$/utils/device/dates";
import { localDate } from "$/utils/device/dates";
import { date_of, day_number, weekday_of } from "$/utils/logic/days.js";
import { day_rows } from "$/utils/logic/week_table.js";
import words from "$/utils/pages/insight_words.json";
import { counted } from "./insights";
import { watchLog } from "./log_watch";
import { filled } from "./sentences";
import { Shared } from "./shared";

/** Up to so many days, each has a line of its own; beyond that, each week. */
const DAILY = 28;
const WEEK = 7;

/** @typedef {{ weeks: { name: string, rows: object[] }[], notes: object[] }} Days */
/** @type {Days} */
const NOTHING = { weeks: [], notes: [] };

/**
 * @param {Records} records
 * @param {number} days
 */
export function useForSomeone(records, days) {
  let shown = all.get(days);
  if (!shown) {
    shown = new ForSomeone(records, days);
    all.set(days, shown);
  }
  return useSyncExternalStore(shown.subscribe, shown.answer, () => NOTHING);
}

/** By the days they look back. @type {Map<number, ForSomeone>} */
const all = new Map();

/** The days and notes of one time. @extends {Shared<Days>} */
class ForSomeone extends Shared {
  #end = () => {};

  /** @param {Records} records @param {number} days */
  constructor(records, days) {
    super(NOTHING);
    this.records = records;
    this.days = days;
  }

  begin() {
    const width = this.days <= DAILY ? 1 : WEEK;
    const last = day_number(localDate(new Date()));
    const first = last + 1 - Math.ceil(this.days / width) * width;
    this.#end = watchLog(this.records, date_of(first), (log) => {
      const entries = [...log.entries].sort((one, other) => (one.at < other.at ? -1 : 1));
      const lines = day_rows(entries.map(counted), first, last, width).map((row) => ({
        name: width === 1 ? dayName(row.day) : shortDate(date_of(row.day)),
        mood: moodText(row.low, row.high),
        urge: row.urge === null ? "" : String(row.urge),
        feelings: row.feelings.map(log.name).join(", "),
        triggers: row.triggers.map(log.name).join(", "),
        helped: row.helped.map(log.name).join(", "),
      }));
      const weeks = width === 1 ? inWeeks(lines, first) : [{ name: "", rows: lines }];
      this.tell({ weeks, notes: notesOf(entries) });
    });
  }

  end() {
    this.#end();
    this.current = NOTHING;
  }
}

/**
 * @param {object[]} lines
 * @param {number} first
 */
function inWeeks(lines, first) {
  return Array.from({ length: lines.length / WEEK }, (_week, at) => ({
    name: filled(words.width[WEEK], { date: shortDate(date_of(first + at * WEEK)) }),
    rows: lines.slice(at * WEEK, (at + 1) * WEEK),
  }));
}

/** @param {LogEntry[]} log */
function notesOf(log) {
  return log.flatMap(({ local_date, at, note }) =>
    note ? [{ when: `${shortDate(local_date)}, ${timeInDay(at, local_date).text}`, text: note }] : [],
  );
}

/** @param {number} day */
function dayName(day) {
  return `${words.weekdays[weekday_of(day)]}, ${shortDate(date_of(day))}`;
}

/** @param {number | null} low @param {number | null} high */
function moodText(low, high) {
  if (low === null || high === null) return "";
  return low === high ? words.moods[low] : `${words.moods[low]} – ${words.moods[high]}`;
}
