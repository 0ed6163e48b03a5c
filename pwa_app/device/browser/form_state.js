/** @import { FormState } from "./types" */
import { useSyncExternalStore } from "react";

/** @type {FormState} */
const START = Object.freeze({
  ready: false,
  phase: "editing",
  trouble: null,
  problems: {},
  values: {},
  held: {},
  restored: false,
  changing: false,
  saved: null,
  rescued: null,
});

/** @type {Map<string, { state: FormState, listeners: Set<() => void> }>} */
const forms = new Map();

/** @param {string} name */
function formOf(name) {
  let form = forms.get(name);
  if (!form) {
    form = { state: START, listeners: new Set() };
    forms.set(name, form);
  }
  return form;
}

/**
 * The state of a form by its name, for any component that shows part of it.
 * @param {string} name
 */
export function useFormState(name) {
  return useSyncExternalStore(
    (listener) => {
      formOf(name).listeners.add(listener);
      return () => formOf(name).listeners.delete(listener);
    },
    () => formOf(name).state,
    () => START,
  );
}

/**
 * @param {string} name
 * @param {Partial<FormState>} change
 */
export function changeForm(name, change) {
  const form = formOf(name);
  form.state = { ...form.state, ...change };
  for (const listener of form.listeners) listener();
}

/** @param {string} name */
export function resetForm(name) {
  changeForm(name, START);
}
