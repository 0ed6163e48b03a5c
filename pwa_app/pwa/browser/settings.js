/** Controls for remembered choices: radio buttons, checkboxes and selects with data-setting. */
import { applyAppearance, applyChoice, rememberChoice, rememberedAppearance } from "./appearance.js";
import { forgetPrompt } from "./install.js";
import { applyLook, followLook, rememberLook, rememberedLook } from "./look_choice.js";
import {
  APPEARANCE_KEY,
  HYDRATING_EVENT,
  LOOK,
  LOOK_KEY,
  OWN_LOOK,
  SETTING,
  SETTING_PROBLEM,
} from "./names.js";
import { parseRecord } from "./storage.js";
import { all, whenAdded } from "./watch.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * @param {EventTarget | null} element
 * @returns {element is Control}
 */
function isControl(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

/** @param {string} name */
function currentValue(name) {
  const value = document.documentElement.getAttribute(`data-${name}`);
  return value ?? (name === LOOK ? OWN_LOOK : "");
}

/** @param {Control} control */
function reflect(control) {
  const value = currentValue(control.getAttribute(SETTING) ?? "");
  if (control instanceof HTMLSelectElement) control.value = value;
  else control.checked = control.value === value;
}

function reflectAll() {
  for (const element of all(`[${SETTING}]`)) if (isControl(element)) reflect(element);
}

/**
 * A checkbox that is not checked stands for the default.
 *
 * @param {Control} control
 */
function chosenValue(control) {
  const off = control instanceof HTMLInputElement && control.type === "checkbox";
  return off && !control.checked ? "" : control.value;
}

/**
 * @param {string} name
 * @param {string} value
 * @returns {boolean} false when it could not be stored
 */
function choose(name, value) {
  applyChoice(name, value);
  return rememberChoice(name, value);
}

/**
 * @param {string} look
 * @returns {boolean} false when it could not be stored
 */
function chooseLook(look) {
  applyLook(look);
  forgetPrompt();
  return rememberLook(look);
}

/** What was chosen before this script had come counts too. */
function takeEarlyChoices() {
  for (const control of window.pwaChoices?.keys() ?? []) if (isControl(control)) take(control);
}

/** @param {Event} event */
function onChange(event) {
  if (isControl(event.target)) take(event.target);
}

/** @param {Control} control */
function take(control) {
  const name = control.getAttribute(SETTING);
  if (name === null) return;
  const kept = name === LOOK ? chooseLook(control.value) : choose(name, chosenValue(control));
  for (const element of all(SETTING_PROBLEM)) element.hidden = kept;
}

/**
 * Names another tab may have forgotten.
 *
 * @param {StorageEvent} event its key is null when that tab cleared everything
 * @returns {string[]}
 */
function namesBefore(event) {
  if (event.key !== null) return Object.keys(parseRecord(event.oldValue));
  return all(`[${SETTING}]`).map((element) => element.getAttribute(SETTING) ?? "");
}

/** @param {StorageEvent} event */
function onStorage(event) {
  const everything = event.key === null;
  if (everything || event.key === APPEARANCE_KEY) {
    for (const name of namesBefore(event)) applyChoice(name, "");
    applyAppearance();
  }
  if (everything || event.key === LOOK_KEY) {
    applyLook(rememberedLook() ?? OWN_LOOK);
    forgetPrompt();
  }
  reflectAll();
}

export function startSettings() {
  document.addEventListener("change", onChange);
  addEventListener("storage", onStorage);
  followLook();
  takeEarlyChoices();
  // React puts inputs back to their rendered state when it takes the page over.
  addEventListener(HYDRATING_EVENT, () => setTimeout(reflectAll));
  whenAdded(`[${SETTING}]`, (element) => {
    if (isControl(element)) reflect(element);
  });
}
