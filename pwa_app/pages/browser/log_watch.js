/** @import { LogEntry } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** @import { Trouble } from "../../device/browser/types" */
/** A part of the log with all that is needed to show it, followed while somebody looks. */
import { followSpan } from "$/utils/device/span";
import words from "$/utils/pages/insight_words.json";

const NO_END = "\uffff";

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
  const names = new Map(Object.entries(words.names));
  /** @type {Partial<Record<string, import("../../device/browser/types").RecordData[]>>} */
  const rows = {};
  /** @type {Trouble | null} */
  let trouble = null;
  let titled = false;
  const told = () => {
    const { MoodEntry, CardOutcome, OwnCard } = rows;
    if (!titled || !MoodEntry || !CardOutcome || !OwnCard) return;
    for (const { id, title } of OwnCard) names.set(String(id), String(title));
    listener({
      entries: /** @type {LogEntry[]} */ (/** @type {unknown} */ (MoodEntry)),
      answers: /** @type {Log["answers"]} */ (/** @type {unknown} */ (CardOutcome)),
      name: (key) => names.get(key) ?? key,
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
  void cardTitles().then((found) => {
    for (const { id, title } of found) names.set(id, title);
    titled = true;
    told();
  });
  const ends = [
    follow("MoodEntry", "local_date", first),
    follow("CardOutcome", "at", since),
    follow("OwnCard", "at", ""),
  ];
  return () => ends.forEach((end) => end());
}

/** The titles of the cards; a page may ask for them before it needs them. */
export async function cardTitles() {
  try {
    return (await import("$/utils/pages/cards.json")).default.cards;
  } catch (error) {
    // Without a network, at first: a card is then shown by its key.
    console.warn("titles:", error);
    return [];
  }
}
