/** @import { LogEntry } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** @import { Trouble } from "../../device/browser/types" */
/** A part of the log with all that is needed to show it, followed while somebody looks. */
import { followSpan } from "$/utils/device/span";
import { cardNames } from "./card_names";
import words from "$/utils/pages/insight_words.json";

const NO_END = "\uffff";

const labels = new Map(Object.entries(words.names));

/**
 * @typedef {object} Log
 * @property {LogEntry[]} entries
 * @property {{ card: string, helped: number }[]} answers to "Did it help?"
 * @property {(key: string) => string} name what a key in an entry is called; own words are their name
 * @property {Trouble | null} trouble
 */

/**
 * @param {Records} records
 * @param {string} first the first day, YYYY-MM-DD; empty for all
 * @param {(log: Log) => void} listener told once everything has been read, and after every write
 * @returns {() => void} ends it
 */
export function watchLog(records, first, listener) {
  const since = first && new Date(`${first}T00:00`).toISOString();
  /** @type {Partial<Record<string, import("../../device/browser/types").RecordData[]>>} */
  const rows = {};
  /** @type {Trouble | null} */
  let trouble = null;
  const told = () => {
    const { MoodEntry, CardOutcome } = rows;
    const cards = cardNames.answer();
    if (!cards.ready || !MoodEntry || !CardOutcome) return;
    listener({
      entries: /** @type {LogEntry[]} */ (/** @type {unknown} */ (MoodEntry)),
      answers: /** @type {Log["answers"]} */ (/** @type {unknown} */ (CardOutcome)),
      name: (key) => cards.names.get(key) ?? labels.get(key) ?? key,
      trouble,
    });
  };
  /** @param {string} table @param {string} field @param {string} least */
  const follow = (table, field, least) =>
    followSpan(records, table, { field, least, most: NO_END }, (found, wrong) => {
      rows[table] = found;
      trouble = wrong;
      told();
    });
  const ends = [
    cardNames.subscribe(told),
    follow("MoodEntry", "local_date", first),
    follow("CardOutcome", "at", since),
  ];
  return () => ends.forEach((end) => end());
}
