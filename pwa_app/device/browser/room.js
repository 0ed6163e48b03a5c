/** @typedef {{ used: number, quota: number, kept: boolean } | null} Room bytes */
import { useEffect, useSyncExternalStore } from "react";
import { language } from "./dates";

const STEP = 1000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

/**
 * A number of bytes in the page's language, such as "3.4 MB".
 * @param {number} bytes
 */
export function sizeText(bytes) {
  const power = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(language(), {
    style: "unit",
    unit: UNITS[power],
    unitDisplay: "short",
    maximumFractionDigits: power < 2 ? 0 : 1,
  });
  return format.format(bytes / STEP ** power);
}

/**
 * How much this site keeps on the phone, how much it may, and whether the browser has promised to
 * keep it (https://storage.spec.whatwg.org/); null where the browser does not tell.
 * @param {number} renew asked anew when it changes
 * @returns {Room}
 */
export function useRoom(renew) {
  useEffect(() => void ask().then(tell), [renew]);
  return useSyncExternalStore(subscribe, () => room, () => null);
}

/** All parts of a page share one answer. @type {Room} */
let room = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param {Room} answer */
function tell(answer) {
  room = answer;
  for (const listener of listeners) listener();
}

/** @returns {Promise<Room>} */
async function ask() {
  if (!navigator.storage?.estimate) return null;
  const [{ usage, quota }, kept] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted?.() ?? false,
  ]);
  return usage === undefined || quota === undefined ? null : { used: usage, quota, kept };
}
