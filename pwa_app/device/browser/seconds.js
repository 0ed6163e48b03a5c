import { useSyncExternalStore } from "react";

const SECOND_MS = 1000;

/** The present moment, renewed at each whole second since another moment. */
class Seconds {
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #now = Date.now();

  /** @param {number} origin milliseconds since 1970 */
  constructor(origin) {
    this.origin = origin;
  }

  now = () => this.#now;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      document.addEventListener("visibilitychange", this.#tick);
      addEventListener("pageshow", this.#tick);
      this.#tick();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      document.removeEventListener("visibilitychange", this.#tick);
      removeEventListener("pageshow", this.#tick);
      clearTimeout(this.#timer);
    };
  };

  #tick = () => {
    clearTimeout(this.#timer);
    this.#now = Date.now();
    if (this.origin >= 0) {
      // A clock that was set back lies before the origin.
      const since = (((this.#now - this.origin) % SECOND_MS) + SECOND_MS) % SECOND_MS;
      this.#timer = setTimeout(this.#tick, SECOND_MS - since);
    }
    for (const listener of this.#listeners) listener();
  };
}

/** @type {Map<number, Seconds>} */
const running = new Map();

/**
 * The present moment in milliseconds, renewed at each whole second since `origin`, and at once
 * when the page is looked at again; null in the prerendered page and in the first render.
 * @param {number} origin milliseconds since 1970; less than 0 for a moment that stands still
 * @returns {number | null}
 */
export function useSeconds(origin) {
  let seconds = running.get(origin);
  if (!seconds) {
    running.clear();
    seconds = new Seconds(origin);
    running.set(origin, seconds);
  }
  return useSyncExternalStore(seconds.subscribe, seconds.now, () => null);
}
