import { useCallback, useSyncExternalStore } from "react";

/** @typedef {{ value: unknown, listeners: Set<() => void> }} Slot */

/** By the page's path and the value's name. @type {Map<string, Slot>} */
const slots = new Map();

/**
 * A value that the components of one page share; it starts anew once none of them shows it.
 * @template T
 * @param {string} name
 * @param {T} initial also what the prerendered page shows
 * @returns {T}
 */
export function useLocal(name, initial) {
  const subscribe = useCallback(
    (/** @type {() => void} */ listener) => join(keyOf(name), listener, initial),
    // The initial value belongs to the name.
    [name],
  );
  return useSyncExternalStore(
    subscribe,
    () => /** @type {T} */ (slots.has(keyOf(name)) ? slots.get(keyOf(name))?.value : initial),
    () => initial,
  );
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function setLocal(name, value) {
  const slot = slots.get(keyOf(name));
  if (!slot) return;
  slot.value = value;
  for (const listener of slot.listeners) listener();
}

/** @param {string} name */
function keyOf(name) {
  return `${location.pathname} ${name}`;
}

/**
 * @param {string} key
 * @param {() => void} listener
 * @param {unknown} initial
 */
function join(key, listener, initial) {
  const slot = slots.get(key) ?? { value: initial, listeners: new Set() };
  slots.set(key, slot);
  slot.listeners.add(listener);
  return () => {
    slot.listeners.delete(listener);
    if (slot.listeners.size === 0 && slots.get(key) === slot) slots.delete(key);
  };
}
