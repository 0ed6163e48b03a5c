/** Small things that a form does to its own controls. */
/** @import { Problems } from "./types" */

/**
 * Puts a text of ours at the end of what is written in a field.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} text
 * @returns {boolean} whether there is such a field
 */
export function insertText(form, name, text) {
  const control = form.elements.namedItem(name);
  if (!(control instanceof HTMLTextAreaElement)) return false;
  const before = control.value.trimEnd();
  control.value = `${before}${before && "\n\n"}${text}\n`;
  control.focus();
  control.setSelectionRange(control.value.length, control.value.length);
  return true;
}

/**
 * Leads the person to the first control with a problem, also where it is folded away.
 * @param {HTMLFormElement} form
 * @param {Problems} problems
 */
export function focusFirst(form, problems) {
  const control = Array.from(form.elements).find(
    (one) => "name" in one && String(one.name) in problems,
  );
  if (!(control instanceof HTMLElement)) return;
  control.closest("details")?.setAttribute("open", "");
  // A value that only a script writes is chosen with another control.
  const { chooser } = control.dataset;
  (chooser ? document.getElementById(chooser) : control)?.focus();
}

/**
 * A slider that was moved before React listened has another value than its first one.
 * @param {HTMLFormElement} form
 */
export function markMovedSliders(form) {
  for (const control of form.querySelectorAll("input[type=range]")) {
    const slider = /** @type {HTMLInputElement} */ (control);
    if (slider.value !== slider.defaultValue) slider.dataset.answered = "true";
  }
}
