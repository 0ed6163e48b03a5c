/** @import { FinderState, Wanted } from "./finder_types" */
/** What the finder is asked and shows; only the question is remembered, in this tab. */
import { useSyncExternalStore } from "react";
import { STORAGE_NAME } from "$/utils/pages/storage_name";

/** What was asked, for each page with a finder; and the feeling picked last on any of them. */
const ASKED = `${STORAGE_NAME}:finder:`;
const FEELING = `${STORAGE_NAME}:feeling`;

/** So many cards are shown, and so many more each time they are asked for. */
export const AT_ONCE = 12;

/** @type {FinderState} */
const START = Object.freeze({
  ready: false,
  broken: false,
  active: false,
  exact: true,
  known: true,
  count: 0,
  rows: [],
  limit: AT_ONCE,
  lists: {},
  picked: null,
  link: "",
  copied: false,
});

let state = START;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * One part of the finder's state; a component that shows only this is not drawn again for others.
 * @template {keyof FinderState} Part
 * @param {Part} part
 * @returns {FinderState[Part]}
 */
export function useFinder(part) {
  return useSyncExternalStore(subscribe, () => state[part], () => START[part]);
}

export function finderState() {
  return state;
}

/** @param {Partial<FinderState>} change */
export function changeFinder(change) {
  const keys = /** @type {(keyof FinderState)[]} */ (Object.keys(change));
  if (keys.every((key) => Object.is(state[key], change[key]))) return;
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export function resetFinder() {
  changeFinder(START);
}

/**
 * What was asked earlier on this page in this tab; null for nothing, or where storage is blocked.
 * @returns {{ wanted: Wanted, words: string, limit: number } | null} `limit` is how many cards
 *   were shown
 */
export function remembered() {
  try {
    const asked = sessionStorage.getItem(ASKED + location.pathname);
    const { wanted, words, limit } = JSON.parse(asked ?? "null") ?? {};
    const texts = [wanted.feeling, wanted.place, wanted.energy, wanted.minutes, words];
    const whole = texts.every((text) => typeof text === "string") && Array.isArray(wanted.have);
    return whole ? { wanted, words, limit: Math.max(Number(limit) || 0, AT_ONCE) } : null;
  } catch {
    return null;
  }
}

/**
 * @param {Wanted} wanted
 * @param {string} words
 * @param {boolean} chosen whether the person has chosen anything on this page
 */
export function remember(wanted, words, chosen) {
  try {
    const asked = JSON.stringify({ wanted, words, limit: state.limit });
    sessionStorage.setItem(ASKED + location.pathname, asked);
    if (chosen || wanted.feeling) sessionStorage.setItem(FEELING, wanted.feeling);
  } catch {
    // Storage is blocked: the finder works, and starts afresh on the next page.
  }
}

/** The feeling picked last in this tab; undefined for none. */
export function chosenFeeling() {
  try {
    return sessionStorage.getItem(FEELING) || undefined;
  } catch {
    return undefined;
  }
}
