/** @import { Records } from "../../device/browser/records" */
/** What the app keeps on this phone, and taking it off again. */
import { useSyncExternalStore } from "react";
import { troubleOf } from "$/utils/device/database";
import { eraseDays, eraseTables } from "$/utils/device/erasing";
import { askToKeep } from "$/utils/device/persistence";
import { Shared } from "./shared";

/**
 * One part of what is kept: records of some tables with the drafts of some forms (null for those
 * no other part has), or, without tables, what stands in the browser's plain storage.
 * @typedef {{ key: string, label: string, tables: string[], counted: string[], forms: string[] | null }} Part
 */
/**
 * @typedef {object} PhoneStorage
 * @property {boolean} ready
 * @property {Record<string, number>} counts by part
 * @property {number | null} megabytes of the app and all it keeps, where the browser tells
 * @property {"yes" | "no" | null} promised whether the browser has promised to keep it
 * @property {string[]} asked labels of what is about to be deleted; empty for none
 * @property {{ from: string, to: string } | null} days of the log, where only some go
 * @property {"" | "none" | "days" | "gone" | "left" | import("../../device/browser/types").Trouble} said
 */

/** @type {PhoneStorage} */
const START = Object.freeze({
  ready: false,
  counts: {},
  megabytes: null,
  promised: null,
  asked: [],
  days: null,
  said: "",
});

const LOG = "log";
const LEADS = "leads";

/** @extends {Shared<PhoneStorage>} */
class StorageShown extends Shared {
  /** @type {() => void} */
  look = () => {};

  begin() {
    this.look();
  }

  end() {
    this.tell(START);
  }
}

const shown = new StorageShown(START);

/** @param {Records} records @param {Part[]} parts */
export function usePhoneStorage(records, parts) {
  shown.look = () => void look(records, parts);
  return useSyncExternalStore(shown.subscribe, shown.answer, () => START);
}

/** @param {Partial<PhoneStorage>} change */
function change(change) {
  shown.tell({ ...shown.answer(), ...change });
}

/** @param {Records} records @param {Part[]} parts */
async function look(records, parts) {
  try {
    const counts = await countsOf(records, parts);
    change({ ready: true, counts, ...(await room()) });
  } catch (error) {
    change({ ready: true, said: troubleOf(error) });
  }
}

/** @param {Records} records @param {Part[]} parts */
async function countsOf({ database, schema }, parts) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { key, tables, counted } of parts) {
    const numbers = await Promise.all(counted.map((table) => database.table(table).count()));
    counts[key] = numbers.reduce((sum, number) => sum + number, 0);
    if (tables.length === 0) counts[key] = plainKeys(schema.name).length;
  }
  return counts;
}

/** @returns {Promise<Pick<PhoneStorage, "megabytes" | "promised">>} */
async function room() {
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  const promised = await navigator.storage?.persisted?.();
  return {
    megabytes: usage === undefined ? null : Math.max(1, Math.round(usage / 1e6)),
    promised: promised === undefined ? null : promised ? "yes" : "no",
  };
}

/** Asks the browser to promise that it keeps everything. */
export async function askForPromise() {
  const promised = await askToKeep();
  change({ promised: promised ? "yes" : "no" });
}

/**
 * Says what would go; nothing is deleted yet.
 * @param {Part[]} parts
 * @param {string} identity of the form
 */
export function askToErase(parts, identity) {
  const form = /** @type {HTMLFormElement} */ (document.getElementById(identity));
  const given = new FormData(form);
  const chosen = given.getAll("part");
  const from = String(given.get("from") ?? "");
  const to = String(given.get("to") ?? "");
  const some = chosen.includes(LOG) && (from || to);
  const asked = parts.filter(({ key }) => chosen.includes(key)).map(({ label }) => label);
  if (asked.length === 0) change({ asked, said: "none" });
  else if (some && from && to && from > to) change({ asked: [], said: "days" });
  else change({ asked, days: some ? { from, to } : null, said: "" });
}

/** Leaves everything as it is. */
export function keepAll() {
  change({ asked: [], days: null });
}

/**
 * Deletes what was asked for, and looks again whether it is gone.
 * @param {Records} records
 * @param {Part[]} parts
 */
export async function erase(records, parts) {
  const { asked, days } = shown.answer();
  const chosen = parts.filter(({ label }) => asked.includes(label));
  /** @type {PhoneStorage["said"]} */
  let said = "gone";
  try {
    for (const part of chosen) {
      if (part.key === LOG && days) await eraseSome(records, days);
      else if (part.tables.length === 0) await erasePlain(records.schema.name);
      else await eraseTables(records, part.tables, ownerOf(part, parts));
    }
    const counts = await countsOf(records, parts);
    const whole = chosen.filter(({ key }) => key !== LOG || !days);
    if (whole.some(({ key }) => counts[key] > 0)) said = "left";
    change({ counts, ...(await room()) });
  } catch (error) {
    said = troubleOf(error);
  }
  change({ asked: [], days: null, said });
}

/** @param {Records} records @param {{ from: string, to: string }} days */
function eraseSome(records, { from, to }) {
  const end = to || "\uffff";
  return eraseDays(records, { table: "MoodEntry", by: "local_date", from, to: end });
}

/** @param {string} name */
async function erasePlain(name) {
  for (const key of plainKeys(name)) localStorage.removeItem(key);
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(`${name}:`)) sessionStorage.removeItem(key);
  }
  await globalThis.caches?.delete(LEADS);
}

/** @param {string} name */
function plainKeys(name) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${name}:`));
  return keys.filter((key) => !key.startsWith(`${name}:left:`));
}

/**
 * @param {Part} part
 * @param {Part[]} parts
 * @returns {(form: string) => boolean} whether a form's drafts belong to the part
 */
function ownerOf({ forms }, parts) {
  if (forms !== null) return (form) => forms.includes(form);
  const others = parts.flatMap((part) => part.forms ?? []);
  return (form) => !others.includes(form);
}
