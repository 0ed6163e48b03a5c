/** @import { Count, Restoring } from "./backup_page_types" */
/** @import { Backup } from "../../device/browser/backup_read" */
/** @import { Contents } from "../../device/browser/backup_types" */
/** Bringing a backup back: a file is chosen, opened, looked at, and only then brought in. */
import { useSyncExternalStore } from "react";
import { BackupError } from "$/utils/device/backup_error";
import { openFile } from "$/utils/device/backup_read";
import { lookThrough, restore, settle } from "$/utils/device/backup_restore";
import { settingsIn } from "$/utils/device/backup_settings";
import { troubleOf } from "$/utils/device/database";
import { momentName } from "$/utils/device/dates";
import { decided } from "$/utils/logic/backup.js";
import { STORAGE_NAME } from "$/utils/pages/storage_name";
import { records } from "$/utils/pages/store";
import words from "$/utils/pages/backup_words.json";
import { SETTINGS } from "./backup_settings";
import { backupTroubleOf } from "./backup_trouble";
import { filled } from "./sentences";

const HOW = { decide: decided, settings: SETTINGS };
/** In the tab's own storage: a backup was brought back just before the page opened anew. */
const RESTORED = `${STORAGE_NAME}:restored`;

/** @type {Restoring} */
const START = Object.freeze({
  phase: "",
  trouble: null,
  fault: null,
  share: 0,
  said: [],
  counts: [],
  any: false,
  anyHere: false,
  goes: "",
});

let state = START;
/** The file that was chosen last. @type {Backup | null} */
let backup = null;
/** Counts what the person has begun: what comes later than the next beginning is not shown. */
let turn = 0;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  if (listeners.size === 0) arrive();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) leave();
  };
}

/** What the page shows of bringing a backup back. */
export function useRestoring() {
  return useSyncExternalStore(subscribe, () => state, () => START);
}

/** @param {Partial<Restoring>} change */
function tell(change) {
  state = { ...START, ...change };
  for (const listener of listeners) listener();
}

function arrive() {
  try {
    if (sessionStorage.getItem(RESTORED)) state = { ...START, phase: "done" };
  } catch {
    // Where the tab remembers nothing, it shows the page as ever.
  }
  settle(records, SETTINGS).then(saidOnce, (error) => {
    // Anything else may go better the next time the page is opened.
    if (troubleOf(error) === "blocked") tell({ phase: "trouble", trouble: "blocked" });
  });
}

/** A page that is locked has not said it yet: it does once the lock is open. */
function saidOnce() {
  if (records.vault.isLocked) return;
  try {
    sessionStorage.removeItem(RESTORED);
  } catch {
    // Where the tab remembers nothing, there is nothing to forget.
  }
}

function leave() {
  turn += 1;
  backup = null;
  state = START;
}

/** Forgets the file. */
export function leaveFile() {
  leave();
  const control = document.getElementById("backup-file");
  if (control instanceof HTMLInputElement) control.value = "";
  tell({});
}

/** Reads the file that was chosen; one that is not locked is shown at once. */
export async function readChosenBackup() {
  const control = document.getElementById("backup-file");
  const file = control instanceof HTMLInputElement ? control.files?.[0] : undefined;
  if (!file) return;
  await attempt("working", async (asked) => {
    const opened = await openFile(file, records.schema.version);
    if (!asked()) return;
    backup = opened;
    if (opened.head) tell({ phase: "locked" });
    else await preview(opened, "working", asked);
  });
}

/** Opens the chosen file with the passphrase that was typed. */
export async function unlockBackup() {
  const control = document.getElementById("open-passphrase");
  const passphrase = control instanceof HTMLInputElement ? control.value : "";
  const file = backup;
  if (!file || passphrase === "") return;
  await attempt("opening", async (asked) => {
    await file.unlock(passphrase);
    await preview(file, "opening", asked);
  });
}

/** Asks once more before everything is replaced. */
export function askToReplace() {
  tell({ ...state, phase: "confirm" });
}

export function backToPreview() {
  tell({ ...state, phase: "preview" });
}

/** @param {boolean} replace what is on the phone */
export async function bringBack(replace) {
  const file = backup;
  if (!file) return;
  await attempt("working", async (asked) => {
    const progress = (/** @type {number} */ share) => {
      if (asked()) tell({ phase: "working", share });
    };
    await restore(records, file, { ...HOW, replace, progress });
    await settle(records, SETTINGS);
    if (listeners.size > 0) openAnew();
  });
}

/** Everything that the page shows or remembers is read again. */
function openAnew() {
  try {
    sessionStorage.setItem(RESTORED, "yes");
  } catch {
    // The records are in their place all the same.
  }
  location.reload();
}

/** A file is read no further. */
class LeftError extends Error {}

/**
 * Does something and shows what went wrong, unless the person has begun something else by then.
 * @param {"working" | "opening"} phase meanwhile
 * @param {(asked: () => boolean) => Promise<void>} step is told whether it is still asked for
 */
async function attempt(phase, step) {
  turn += 1;
  const mine = turn;
  tell({ phase });
  try {
    await step(() => mine === turn);
  } catch (error) {
    if (mine !== turn) return;
    if (!(error instanceof BackupError)) tell({ phase: "trouble", trouble: backupTroubleOf(error) });
    else if (error.fault === "passphrase") tell({ phase: "locked", fault: error.fault });
    else tell({ phase: "fault", fault: error.fault });
  }
}

/**
 * @param {Backup} file
 * @param {"working" | "opening"} phase meanwhile
 * @param {() => boolean} asked
 */
async function preview(file, phase, asked) {
  const progress = (/** @type {number} */ share) => {
    if (!asked()) throw new LeftError();
    tell({ phase, share });
  };
  const contents = await lookThrough(records, file, { ...HOW, progress });
  if (!asked()) return;
  const counts = countsOf(contents);
  const here = contents.tables.reduce((sum, table) => sum + table.here, 0);
  const any = counts.some((count) => count.found > 0);
  tell({
    phase: "preview",
    said: saidOf(contents, any, here > 0),
    counts,
    any,
    anyHere: here > 0,
    goes: filled(words.goes, { count: here }),
  });
}

/** @param {Contents} contents @returns {Count[]} */
function countsOf({ tables, settings }) {
  /** @type {Map<string, Count>} */
  const counts = new Map();
  for (const { table, found, here } of tables) {
    const name = words.tables[table] ?? words.other;
    const before = counts.get(name) ?? { name, found: 0, here: 0 };
    counts.set(name, { name, found: before.found + found, here: before.here + here });
  }
  const chosen = Object.keys(settingsIn(SETTINGS)).length;
  counts.set(words.settings, { name: words.settings, found: settings, here: chosen });
  return [...counts.values()].filter(({ found, here }) => found + here > 0);
}

/**
 * @param {Contents} contents
 * @param {boolean} any
 * @param {boolean} anyHere
 */
function saidOf({ head, tables, unfit }, any, anyHere) {
  const said = [filled(words.made, { when: momentName(head.created) })];
  if (!any) said.push(words.empty);
  for (const fate of /** @type {const} */ (["new", "newer", "kept", "same"])) {
    const count = tables.reduce((sum, table) => sum + table.fates[fate], 0);
    if (count > 0 && anyHere) said.push(filled(words[fate], { count }));
  }
  if (unfit > 0) said.push(filled(words.unfit, { count: unfit }));
  return said;
}
