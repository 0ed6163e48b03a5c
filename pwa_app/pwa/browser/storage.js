/**
 * Reading and writing web storage where it may be blocked, full or hold anything.
 *
 * Storage throws when it is blocked by a setting or an embedding page
 * (https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage).
 */

/**
 * @param {"localStorage" | "sessionStorage"} area
 * @param {string} key
 * @returns {string | null} null when absent or when storage is blocked
 */
export function read(area, key) {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {"localStorage" | "sessionStorage"} area
 * @param {string} key
 * @param {string | null} value null removes the key
 * @returns {boolean} false when storage is blocked or full
 */
export function write(area, key, value) {
  try {
    if (value === null) window[area].removeItem(key);
    else window[area].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Forgets everything in an area.
 *
 * @param {"localStorage" | "sessionStorage"} area
 */
export function forgetAll(area) {
  try {
    window[area].clear();
  } catch {
    // Blocked storage holds nothing.
  }
}

/**
 * @param {string | null} text
 * @returns {Record<string, string>} only the entries whose values are strings; {} for anything else
 */
export function parseRecord(text) {
  /** @type {unknown} */
  let parsed;
  try {
    parsed = JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return {};
  return Object.fromEntries(
    Object.entries(parsed).filter(([, value]) => typeof value === "string"),
  );
}
