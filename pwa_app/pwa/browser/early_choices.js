/**
 * Choices made before React listens: noted from the first paint on. React puts controls back to what
 * was published; then they are chosen again, as by hand. Words that were typed stay by themselves.
 */
import { SETTING } from "./names.js";

/** What is picked, not written: words and passcodes are nobody's to note. */
const PICKED = "select, [type=checkbox], [type=radio], [type=range]";

/** Runs before the first paint, in every page: keep it small. */
export function noteChoices() {
  window.pwaChoices = new Map();
  addEventListener("change", note, true);
}

/** @param {Event} event */
function note({ target }) {
  if (!(target instanceof Element) || !target.matches(PICKED)) return;
  const { checked, value } = /** @type {HTMLInputElement} */ (target);
  // The last choice counts, so it comes last.
  window.pwaChoices?.delete(target);
  window.pwaChoices?.set(target, { checked, value });
}

/** Gives what was noted to React, once it listens, and ends the noting. */
export function giveChoices() {
  const choices = window.pwaChoices ?? new Map();
  window.pwaChoices = undefined;
  for (const [control, chosen] of choices) {
    // Remembered choices are kept and shown by settings.js.
    if (control instanceof HTMLElement && !control.matches(`[${SETTING}]`)) give(control, chosen);
  }
}

/**
 * @param {HTMLElement} control
 * @param {{ checked: boolean, value: string }} chosen
 */
function give(control, { checked, value }) {
  if (control instanceof HTMLSelectElement) turn(control, HTMLSelectElement.prototype, value);
  if (!(control instanceof HTMLInputElement)) return;
  if (control.type === "range") turn(control, HTMLInputElement.prototype, value);
  const ticks = control.type === "checkbox" || control.type === "radio";
  if (ticks && control.checked !== checked) control.click();
}

/**
 * React watches `value` of the control itself, and takes what is set there for its own doing.
 *
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {HTMLInputElement | HTMLSelectElement} prototype
 * @param {string} value
 */
function turn(control, prototype, value) {
  if (control.value === value || control.disabled) return;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}
