/** A copy of what was typed, for the person to keep where this browser keeps nothing. */
import { controlsOf } from "./controls";

const FILE_NAME = "my-words.txt";

/**
 * The answers of a form under the words that ask for them.
 * @param {HTMLFormElement} form
 */
export function writtenOut(form) {
  /** @type {Map<string, string[]>} */
  const parts = new Map();
  for (const control of controlsOf(form)) {
    const answer = answerOf(control);
    if (answer === "") continue;
    const question = questionOf(control);
    parts.set(question, [...(parts.get(question) ?? []), answer]);
  }
  return [...parts].map(([question, answers]) => `${question}\n${answers.join(", ")}\n`).join("\n");
}

/**
 * @param {import("./controls").Control} control
 */
function answerOf(control) {
  if (control.type === "radio" || control.type === "checkbox") {
    const { checked, labels } = /** @type {HTMLInputElement} */ (control);
    return checked ? (labels?.[0]?.textContent ?? control.value) : "";
  }
  if (control.type === "range") return control.dataset.answered === "true" ? control.value : "";
  if (control.type === "hidden") {
    return control.dataset.words === undefined ? "" : control.value.split("\n").join(", ");
  }
  return control.value.trim();
}

/**
 * @param {import("./controls").Control} control
 */
function questionOf(control) {
  const group = control.closest("fieldset");
  const by = (group ?? control).getAttribute("aria-labelledby");
  const named = by ? document.getElementById(by) : null;
  const label = group?.querySelector("legend") ?? named ?? control.labels?.[0];
  return label?.textContent ?? control.name;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard now
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
export function saveAsFile(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
