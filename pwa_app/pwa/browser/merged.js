/** Stands in for mergician, of which Reflex needs the plain case only. */

/**
 * @param {Record<string, unknown>} one
 * @param {Record<string, unknown>} other
 * @returns {Record<string, unknown>} what both hold, at every depth; the other counts for more
 */
export function mergician(one, other) {
  const shared = Object.entries(other).map(([name, value]) => {
    const before = one[name];
    return [name, isPlain(before) && isPlain(value) ? mergician(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(shared) };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
