/**
 * The card whose page is open: the last part of the address.
 * @returns {string}
 */
export function thisCard() {
  return location.pathname.split("/").filter(Boolean).at(-1) ?? "";
}
