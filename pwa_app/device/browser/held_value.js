/** @import { LiveValue } from "./types" */
import { useSyncExternalStore } from "react";

/** @type {LiveValue} */
export const NOT_READY = Object.freeze({
  ready: false,
  trouble: null,
  value: null,
  change: () => {},
  changeAndAdd: () => {},
});

/** A value that lives while somebody looks at it, and is forgotten when the page is left. */
export class HeldValue {
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {LiveValue} */
  #live = {
    ...NOT_READY,
    change: (step) => this.change(step),
    changeAndAdd: (...given) => this.changeAndAdd(...given),
  };

  live = () => this.#live;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    this.onWatched();
    return () => {
      this.#listeners.delete(listener);
      // One part of a page may go in the same moment in which another comes.
      setTimeout(() => this.#listeners.size === 0 && this.onUnwatched());
    };
  };

  /**
   * Puts another value in the place of the present one.
   * @param {(value: Record<string, unknown> | null) => Record<string, unknown> | null} step
   */
  change(step) {
    this.tell({ value: step(this.#live.value) });
  }

  /** @type {LiveValue["changeAndAdd"]} */
  changeAndAdd() {
    throw new Error("Only a value that is kept can be changed together with a table.");
  }

  onWatched() {
    this.tell({ ready: true });
  }

  onUnwatched() {
    this.tell({ value: null });
  }

  /** @param {Partial<LiveValue>} change */
  tell(change) {
    this.#live = { ...this.#live, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** By the page's path and the value's name. @type {Map<string, HeldValue>} */
const held = new Map();

/**
 * A value of the page by its name: not ready in the prerendered page, then null until it is changed.
 * @param {string} name
 */
export function useHeld(name) {
  // The prerendered page has no location.
  const key = `${globalThis.location?.pathname} ${name}`;
  let value = held.get(key);
  if (!value) {
    value = new HeldValue();
    held.set(key, value);
  }
  return useValue(value);
}

/** @param {HeldValue} value */
export function useValue(value) {
  return useSyncExternalStore(value.subscribe, value.live, () => NOT_READY);
}
