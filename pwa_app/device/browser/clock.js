import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {number | null} */
let now = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * The present moment in milliseconds, renewed at each full minute; null in the prerendered page
 * and in the first render, so that both are the same. All parts of a page share one moment.
 * @returns {number | null}
 */
export function useNow() {
  return useSyncExternalStore(subscribe, () => now, () => null);
}

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  if (timer === undefined) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

function tick() {
  now = Date.now();
  timer = setTimeout(tick, MINUTE_MS - (now % MINUTE_MS));
  for (const listener of listeners) listener();
}
