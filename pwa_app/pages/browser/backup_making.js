/** @import { Making } from "./backup_page_types" */
/** Making a backup: the passphrase, how good it is, and the file. */
import { useSyncExternalStore } from "react";
import { makeBackup } from "$/utils/device/backup_write";
import { localDate } from "$/utils/device/dates";
import { saveFile } from "$/utils/device/save_file";
import { strength } from "$/utils/logic/backup.js";
import { records } from "$/utils/pages/store";
import { noteBackup } from "./backup_reminder";
import { SETTINGS } from "./backup_settings";
import { backupTroubleOf } from "./backup_trouble";

/** @type {Making} */
const START = Object.freeze({
  phase: "",
  trouble: null,
  share: 0,
  strength: "none",
  shown: false,
});

let state = START;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) state = START;
  };
}

/** What the page shows of making a backup. */
export function useMaking() {
  return useSyncExternalStore(subscribe, () => state, () => START);
}

/** @param {Partial<Making>} change */
function tell(change) {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Tells how good the passphrase is that was typed so far. */
export function weigh() {
  const phase = state.phase === "working" ? "working" : "";
  tell({ strength: strength(typed("passphrase")), phase });
}

export function showPassphrase() {
  tell({ shown: !state.shown });
}

/** @param {string} app the version of the app */
export async function saveSealed(app) {
  const passphrase = typed("passphrase");
  if (["none", "short"].includes(strength(passphrase))) return tell({ phase: "short" });
  if (passphrase !== typed("passphrase-again")) return tell({ phase: "different" });
  await save(app, passphrase);
}

/** @param {string} app the version of the app */
export async function savePlain(app) {
  await save(app, null);
}

/** @param {string} app @param {string | null} passphrase */
async function save(app, passphrase) {
  if (state.phase === "working") return;
  tell({ phase: "working", trouble: null, share: 0 });
  try {
    const now = new Date();
    const how = { passphrase, app, settings: SETTINGS, now };
    const blob = await makeBackup(records, how, (share) => tell({ share }));
    const ending = passphrase === null ? "json" : "sealed";
    saveFile(new File([blob], `backup-${localDate(now)}.${ending}`, { type: blob.type }));
    noteBackup(now);
    for (const id of ["passphrase", "passphrase-again"]) forget(id);
    tell({ phase: "saved", strength: "none" });
  } catch (error) {
    tell({ phase: "trouble", trouble: backupTroubleOf(error) });
  }
}

/** @param {string} id */
function typed(id) {
  const control = document.getElementById(id);
  return control instanceof HTMLInputElement ? control.value.normalize("NFC") : "";
}

/** @param {string} id of a control, which may be gone with the page by now */
function forget(id) {
  const control = document.getElementById(id);
  if (control instanceof HTMLInputElement) control.value = "";
}
