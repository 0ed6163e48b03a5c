/** @import { LogEntry } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** The table of days, and the notes, on the page for someone else. */
import { useMemo } from "react";
import { useNow } from "$/utils/device/clock";
import { shortDate, timeOfDay } from "$/utils/device/dates";
import { useSpan } from "$/utils/device/span";
import { localDate } from "$/utils/device/values";
import { date_of, day_number, weekday_of } from "$/utils/logic/days.js";
import { day_rows } from "$/utils/logic/week_table.js";
import words from "$/utils/pages/insight_words.json";
import { counted } from "./insights";
import { useNames } from "./names";
import { filled } from "./sentences";

/** Up to so many days, each has a line of its own; beyond that, each week. */
const DAILY = 28;
const WEEK = 7;

/** @type {{ weeks: { name: string, rows: object[] }[], notes: { when: string, text: string }[] }} */
const NOTHING = { weeks: [], notes: [] };

/**
 * @param {Records} records
 * @param {number} days
 */
export function useForSomeone(records, days) {
  const now = useNow();
  const today = now === null ? null : localDate(new Date(now));
  const width = days <= DAILY ? 1 : WEEK;
  const last = today === null ? 0 : day_number(today);
  const first = last + 1 - Math.ceil(days / width) * width;
  const least = today === null ? null : date_of(first);
  const entries = useSpan(records, "MoodEntry", "local_date", least, today);
  const name = useNames(records, words.names);
  return useMemo(() => {
    if (!entries.ready || today === null) return NOTHING;
    const rows = /** @type {LogEntry[]} */ (/** @type {unknown} */ (entries.rows));
    const log = [...rows].sort((one, other) => (one.at < other.at ? -1 : 1));
    const lines = day_rows(log.map(counted), first, last, width).map((row) => ({
      name: width === 1 ? dayName(row.day) : shortDate(date_of(row.day)),
      mood: moodText(row.low, row.high),
      urge: row.urge === null ? "" : String(row.urge),
      feelings: row.feelings.map(name).join(", "),
      triggers: row.triggers.map(name).join(", "),
      helped: row.helped.map(name).join(", "),
    }));
    return { weeks: width === 1 ? inWeeks(lines, first) : [{ name: "", rows: lines }], notes: notesOf(log) };
  }, [entries.rows, entries.ready, today, days, name]);
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
    note ? [{ when: `${shortDate(local_date)}, ${timeOfDay(at)}`, text: note }] : [],
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
