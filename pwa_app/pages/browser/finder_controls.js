/** @import { Wanted } from "./finder_types" */

const SINGLE = /** @type {const} */ (["feeling", "place", "energy", "minutes"]);

/**
 * What the finder's controls ask for.
 * @param {HTMLFormElement} form
 * @returns {{ wanted: Wanted, words: string }}
 */
export function readWanted(form) {
  const given = new FormData(form);
  const [feeling, place, energy, minutes] = SINGLE.map((name) => String(given.get(name) ?? ""));
  const have = given.getAll("have").map(String);
  const words = String(given.get("words") ?? "").trim();
  return { wanted: { feeling, place, energy, minutes, have }, words };
}

/**
 * Sets the finder's controls, and opens what is folded away over a choice.
 * @param {HTMLFormElement} form
 * @param {Wanted} wanted
 * @param {string} words
 */
export function writeWanted(form, wanted, words) {
  for (const control of form.querySelectorAll("input")) {
    if (control.type === "search") control.value = words;
    else if (control.name === "have") control.checked = wanted.have.includes(control.value);
    else if (control.type === "radio") {
      const name = SINGLE.find((one) => one === control.name);
      if (name) control.checked = control.value === wanted[name];
    }
  }
  const more = form.querySelector("details");
  const given = more && [...more.querySelectorAll("input")].some(isGiven);
  if (given) more.open = true;
}

/** @param {HTMLInputElement} control */
function isGiven(control) {
  return control.value !== "" && (control.type === "search" || control.checked);
}
