/** Remembered choices of appearance, applied to the html element as data-* attributes. */
import { APPEARANCE_KEY } from "./names.js";
import { parseRecord, read, write } from "./storage.js";

/** A choice's name is part of an attribute's name, so only plain ones are let through. */
const PLAIN_NAME = /^[a-z][a-z0-9-]*$/;

/** @returns {Record<string, string>} name of a choice to its value */
export function rememberedAppearance() {
  return parseRecord(read("localStorage", APPEARANCE_KEY));
}

/**
 * @param {string} name
 * @param {string} value "" for the default, which leaves no attribute
 */
export function applyChoice(name, value) {
  if (!PLAIN_NAME.test(name)) return;
  const root = document.documentElement;
  if (value === "") root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}

/** Applies everything remembered. */
export function applyAppearance() {
  for (const [name, value] of Object.entries(rememberedAppearance())) applyChoice(name, value);
}

/**
 * @param {string} name
 * @param {string} value "" forgets the choice
 * @returns {boolean} false when it could not be stored
 */
export function rememberChoice(name, value) {
  const { [name]: _, ...others } = rememberedAppearance();
  const choices = value === "" ? others : { ...others, [name]: value };
  const none = Object.keys(choices).length === 0;
  return write("localStorage", APPEARANCE_KEY, none ? null : JSON.stringify(choices));
}
