/**
 * A phone that is shaken hard, told from one that is carried.
 *
 * Shaking swings to and fro: strong, each time against the last, one soon after the other. A step,
 * a bump or a phone that is put down is weaker, or comes alone. A tremor is quick but weak.
 */

/** Swings needed. */
export const SWINGS = 4;

/** How strong a swing is, in metres per second squared, without gravity (which is 9.8). */
const STRONG = 15;

/** How soon the next swing follows, in milliseconds. */
const SOON_MS = 500;

/** How much of what is felt is taken for gravity with each reading, where the phone cannot tell. */
const NEW_GRAVITY = 0.1;

/** @typedef {readonly [number, number, number]} Vector along the phone's three axes */

/**
 * @typedef {object} Reading
 * @property {number} at in milliseconds
 * @property {Vector | null} moved acceleration without gravity; null where the phone cannot tell
 * @property {Vector} felt acceleration with gravity
 */

/**
 * @typedef {object} Shaking
 * @property {number} swings so far
 * @property {Vector} way of the last one
 * @property {number} at when it began
 * @property {Vector | null} gravity as it was felt so far
 */

/** @type {Shaking} */
export const STILL = { swings: 0, way: [0, 0, 0], at: 0, gravity: null };

/**
 * @param {Shaking} shaking
 * @param {Reading} reading
 * @returns {Shaking}
 */
export function afterReading(shaking, { at, moved, felt }) {
  const gravity = blend(shaking.gravity ?? felt, felt);
  const way = moved ?? difference(felt, gravity);
  if (Math.hypot(...way) < STRONG) return { ...shaking, gravity };
  const swings = at - shaking.at > SOON_MS ? 0 : shaking.swings;
  if (swings > 0 && !isAgainst(way, shaking.way)) return { ...shaking, gravity };
  return { swings: swings + 1, way, at, gravity };
}

/**
 * @param {Vector} one
 * @param {Vector} other
 */
function isAgainst(one, other) {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2] < 0;
}

/**
 * @param {Vector} one
 * @param {Vector} other
 * @returns {Vector}
 */
function difference(one, other) {
  return [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
}

/**
 * @param {Vector} before
 * @param {Vector} now
 * @returns {Vector}
 */
function blend(before, now) {
  /** @param {0 | 1 | 2} axis */
  const along = (axis) => before[axis] + (now[axis] - before[axis]) * NEW_GRAVITY;
  return [along(0), along(1), along(2)];
}
