/** @import { FieldSchema, TableSchema, RecordData } from "./types" */
import { wallClock } from "./dates";

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

/** What stands between two words of one's own. */
const BETWEEN_WORDS = /[,;،、\n]/;

/**
 * Whether a control holds a list's own words, one a line; choices of the same name hold the rest.
 * @param {Control} control
 */
function holdsWords(control) {
  return control.type === "hidden" && control.dataset.words !== undefined;
}

/**
 * Whether a control takes new words for the list of its name.
 * @param {Control} control
 */
export function takesWords(control) {
  return control.type === "text" && control.dataset.words !== undefined;
}

/**
 * The words that are typed but not taken over yet; one that is a choice already, as its value or
 * on its label, is given as that choice's value.
 * @param {HTMLFormElement} form
 * @param {Control} control
 */
function typedWords(form, control) {
  const texts = control.value.split(BETWEEN_WORDS).map((text) => text.trim()).filter(Boolean);
  const choices = Array.from(form.querySelectorAll("input[type=checkbox]")).flatMap((one) => {
    const choice = /** @type {HTMLInputElement} */ (one);
    const value = choice.name === control.name ? choice.value : choice.dataset.word;
    const ours = choice.name === control.name || choice.dataset.list === control.name;
    return ours && value ? [{ value, label: choice.labels?.[0]?.textContent ?? value }] : [];
  });
  return texts.map((text) => {
    const known = choices.find(({ value, label }) => same(text, value) || same(text, label));
    return known?.value ?? text;
  });
}

/** @param {string} one @param {string} other */
function same(one, other) {
  return one.toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}

/**
 * Takes typed words over: each becomes an answer, and the field is empty for the next one.
 * @param {HTMLFormElement} form
 * @param {(control: Control) => boolean} [which]
 * @returns {Record<string, string[]>} the words that are no choice, by name
 */
export function takeWordsOver(form, which = () => true) {
  const taking = controlsOf(form).filter((control) => takesWords(control) && which(control));
  const typed = taking.map((control) => ({ name: control.name, words: typedWords(form, control) }));
  const values = readControls(form);
  for (const control of taking) control.value = "";
  for (const { name } of typed) writeList(form, name, values[name] ?? []);
  const held = heldWords(form);
  return Object.fromEntries(
    typed.map(({ name, words }) => [name, words.filter((word) => held[name].includes(word))]),
  );
}

/**
 * The words of one's own in each list that takes them.
 * @param {HTMLFormElement} form
 */
export function heldWords(form) {
  /** @type {Record<string, string[]>} */
  const held = {};
  for (const control of controlsOf(form)) {
    if (holdsWords(control)) held[control.name] = control.value.split("\n").filter(Boolean);
  }
  return held;
}

/**
 * Puts a word into a list, or takes it out.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} word
 * @param {boolean} inside
 */
export function changeWord(form, name, word, inside) {
  for (const control of controlsOf(form)) {
    if (control.name !== name || !holdsWords(control)) continue;
    const others = control.value.split("\n").filter((one) => one !== "" && one !== word);
    control.value = [...others, ...(inside ? [word] : [])].join("\n");
  }
}

/**
 * What is answered in a form, by name.
 * @param {HTMLFormElement} form
 */
export function readControls(form) {
  return valuesOf(form, controlsOf(form));
}

/**
 * What a person has answered by now, by name, without the text that the page came with.
 * @param {HTMLFormElement} form
 */
export function typedControls(form) {
  const typed = controlsOf(form).filter((control) => control.value !== firstText(control));
  return valuesOf(form, typed);
}

/**
 * @param {HTMLFormElement} form
 * @param {Control[]} controls
 */
function valuesOf(form, controls) {
  /** @type {Record<string, string[]>} */
  const values = {};
  for (const control of controls) {
    if (!isAnswered(control)) continue;
    const texts = holdsWords(control)
      ? control.value.split("\n").filter(Boolean)
      : takesWords(control)
        ? typedWords(form, control)
        : [control.value];
    for (const text of texts) {
      const answers = (values[control.name] ??= []);
      if (!answers.includes(text)) answers.push(text);
    }
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
    } else if (holdsWords(control)) {
      writeList(form, control.name, texts);
    } else {
      const text = texts.length > 0 ? texts.join("\n") : (firstText(control) ?? "");
      control.value = takesWords(control) ? "" : text;
    }
  }
}

/**
 * Ticks the choices of a list and lets the rest be held as words.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string[]} texts
 */
function writeList(form, name, texts) {
  const controls = controlsOf(form).filter((control) => control.name === name);
  const choices = controls.filter((control) => control.type === "checkbox");
  for (const choice of choices) {
    /** @type {HTMLInputElement} */ (choice).checked = texts.includes(choice.value);
  }
  const words = texts.filter((text) => !choices.some(({ value }) => value === text));
  for (const control of controls) if (holdsWords(control)) control.value = words.join("\n");
}

/**
 * Stored answers together with those given since. Of two answers the later one counts, but of
 * two free texts neither is dropped, and lists are joined.
 * @param {HTMLFormElement} form
 * @param {Record<string, string[]>} stored
 * @param {Record<string, string[]>} given
 */
export function joinedTexts(form, stored, given) {
  const joined = { ...stored, ...given };
  for (const { name, type } of controlsOf(form)) {
    if (type === "checkbox") {
      joined[name] = [...new Set([...(stored[name] ?? []), ...(given[name] ?? [])])];
    }
    const [before, since] = [stored[name]?.[0], given[name]?.[0]];
    if (type !== "textarea" || before === undefined || since === undefined) continue;
    const longer = before.includes(since) ? before : since;
    joined[name] = [longer.includes(before) ? longer : `${before}\n${since}`];
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
    texts[name] = Array.isArray(value) ? value.map(String) : [textOf(table.fields[name], value)];
  }
  return texts;
}

/**
 * @param {FieldSchema} field
 * @param {unknown} value
 */
function textOf(field, value) {
  return field.fill === "utc_now" ? wallClock(new Date(String(value))) : String(value);
}
