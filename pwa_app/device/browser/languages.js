/**
 * The languages that the person has set on the phone, the preferred one first (BCP 47).
 * @returns {string[]} empty in the prerendered page
 */
export function phoneLanguages() {
  return typeof window === "undefined" ? [] : [...navigator.languages];
}
