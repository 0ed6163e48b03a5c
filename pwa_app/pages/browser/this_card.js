/**
 * The card whose page is open: the last part of the address; "" in the prerendered page.
 * @returns {string}
 */
export function thisCard() {
  return globalThis.location?.pathname.split("/").filter(Boolean).at(-1) ?? "";
}
