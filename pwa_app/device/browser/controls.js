/** @import { TableSchema, RecordData } from "./types" */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * The controls of a form that have a name.
 * @param {HTMLFormElement} form
 */
export function controlsOf(form) {
  return /** @type {Control[]} */ (
    Array.from(form.elements).filter((one) => "name" in one && one.name !== "")
  );
}

/**
 * A slider always has a value, so it counts as answered only once it was moved: then it carries
 * `data-answered`.
 * @param {Control} control
 */
function isAnswered(control) {
  if (control.type === "radio" || control.type === "checkbox") {
    return /** @type {HTMLInputElement} */ (control).checked;
  }
  if (control.type === "range") return control.dataset.answered === "true";
  return control.value !== "";
}

/**
 * What is answered in a form, by name.
 * @param {HTMLFormElement} form
 */
export function readControls(form) {
  return valuesOf(controlsOf(form));
}

/**
 * What a person has answered by now, by name, without the text that the page came with.
 * @param {HTMLFormElement} form
 */
export function typedControls(form) {
  return valuesOf(controlsOf(form).filter((control) => control.value !== firstText(control)));
}

/** @param {Control[]} controls */
function valuesOf(controls) {
  /** @type {Record<string, string[]>} */
  const values = {};
  for (const control of controls) {
    if (isAnswered(control)) (values[control.name] ??= []).push(control.value);
  }
  return values;
}

/**
 * The text that a text field came with; null for other controls.
 * @param {Control} control
 */
function firstText(control) {
  return control.type === "textarea" || control.type === "text"
    ? /** @type {HTMLTextAreaElement} */ (control).defaultValue
    : null;
}

/**
 * Puts values back into a form; controls that are not named are as the page came with them.
 * @param {HTMLFormElement} form
 * @param {Record<string, string[]>} values
 */
export function writeControls(form, values) {
  for (const control of controlsOf(form)) {
    const texts = values[control.name] ?? [];
    if (control.type === "radio" || control.type === "checkbox") {
      /** @type {HTMLInputElement} */ (control).checked = texts.includes(control.value);
    } else if (control.type === "range") {
      control.dataset.answered = String(texts.length > 0);
      control.value = texts[0] ?? /** @type {HTMLInputElement} */ (control).defaultValue;
    } else {
      control.value = texts.length > 0 ? texts.join("\n") : (firstText(control) ?? "");
    }
  }
}

/**
 * Stored answers together with those given since. Of two answers the later one counts, but of
 * two free texts neither is dropped.
 * @param {HTMLFormElement} form
 * @param {Record<string, string[]>} stored
 * @param {Record<string, string[]>} given
 */
export function joinedTexts(form, stored, given) {
  const joined = { ...stored, ...given };
  for (const { name, type } of controlsOf(form)) {
    const [before, since] = [stored[name]?.[0], given[name]?.[0]];
    if (type !== "textarea" || before === undefined || since === undefined) continue;
    joined[name] = [before.includes(since) ? before : `${before}\n${since}`];
  }
  return joined;
}

/**
 * A kept record as the texts of its controls.
 * @param {TableSchema} table
 * @param {RecordData} record
 */
export function textsOf(table, record) {
  /** @type {Record<string, string[]>} */
  const texts = {};
  for (const name of Object.keys(table.fields)) {
    const value = record[name];
    if (value === undefined || value === null) continue;
    texts[name] = Array.isArray(value) ? value.map(String) : [String(value)];
  }
  return texts;
}
