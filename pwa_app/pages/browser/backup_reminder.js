/** When the last backup was made, and whether the person wants to be told that one is due. */
import { useSyncExternalStore } from "react";
import { shortDate, localDate } from "$/utils/device/dates";
import { due_since } from "$/utils/logic/backup.js";
import { STORAGE_NAME } from "$/utils/pages/storage_name";

const KEY = `${STORAGE_NAME}:backup`;
const NEVER = { last: 0, weeks: 0, chosen: 0 };
/** @type {{ ready: boolean, weeks: number, due: number, last: string }} */
const START = Object.freeze({ ready: false, weeks: 0, due: 0, last: "" });

let state = START;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  if (listeners.size === 0) readAgain();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** After how many weeks to be told, how many it is by now, and the day of the last backup. */
export function useBackupReminder() {
  return useSyncExternalStore(subscribe, () => state, () => START);
}

/** @param {Date} moment in which a backup was made */
export function noteBackup(moment) {
  keep({ ...kept(), last: moment.getTime() });
}

/** Keeps the choice of the control `backup-weeks`. */
export function keepWeeks() {
  const control = document.getElementById("backup-weeks");
  if (!(control instanceof HTMLSelectElement)) return;
  keep({ ...kept(), weeks: Number(control.value), chosen: Date.now() });
}

/** @returns {typeof NEVER} */
function kept() {
  try {
    const { last, weeks, chosen } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const [one, two, three] = [last, weeks, chosen].map((value) => (value > 0 ? Number(value) : 0));
    return { last: one, weeks: two, chosen: three };
  } catch {
    return NEVER;
  }
}

/** @param {typeof NEVER} choice */
function keep(choice) {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Where nothing can be kept, nobody is told: that is the choice at the start, too.
  }
  readAgain();
}

function readAgain() {
  const { last, weeks, chosen } = kept();
  const due = due_since(weeks, last, chosen, Date.now());
  state = { ready: true, weeks, due, last: last > 0 ? shortDate(localDate(new Date(last))) : "" };
  for (const listener of listeners) listener();
}
