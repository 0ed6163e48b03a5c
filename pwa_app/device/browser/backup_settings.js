/** Choices kept in web storage, as part of a backup. */
/** @import { Settings } from "./backup_types" */
const MOST = 200;
const LONGEST = 10_000;

/** @param {Settings} which @returns {Record<string, string>} by name, without the prefix */
export function settingsIn(which) {
  /** @type {Record<string, string>} */
  const found = {};
  try {
    for (const key of Object.keys(localStorage)) {
      const name = key.slice(which.prefix.length);
      if (key.startsWith(which.prefix) && isSetting(which, name, localStorage[key])) {
        found[name] = localStorage[key];
      }
    }
  } catch {
    // Storage that is blocked holds nothing.
  }
  return found;
}

/** @param {Settings} which @param {Record<string, string>} settings */
export function putSettings({ prefix }, settings) {
  try {
    for (const [name, value] of Object.entries(settings)) {
      localStorage.setItem(prefix + name, value);
    }
  } catch {
    // Where nothing can be kept they hold as they are; the records are what matters.
  }
}

/**
 * Whether an entry may come from a backup.
 * @param {Settings} which
 * @param {unknown} name
 * @param {unknown} value
 */
export function isSetting({ leftOut }, name, value) {
  return (
    typeof name === "string" &&
    typeof value === "string" &&
    /^[a-z][a-z0-9-]{0,60}$/.test(name) &&
    value.length <= LONGEST &&
    !leftOut.some((start) => name.startsWith(start))
  );
}

/** @param {Record<string, string>} settings */
export function tooMany(settings) {
  return Object.keys(settings).length > MOST;
}
