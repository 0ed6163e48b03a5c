/**
 * Three quick taps with two fingers, told from everything else that fingers do.
 *
 * One finger never counts: fast taps on a button, beside one, or on nothing at all mean what they
 * always do. Two fingers need no aim, so a shaking hand can do it anywhere. A pinch moves, a thumb
 * that rests stays down, and two thumbs in turn come down one after the other.
 */

/** Taps needed. */
export const TAPS = 3;

/** How long a tap may take from the first finger down to the last one up, in milliseconds. */
const LONGEST_MS = 600;

/** How far apart the fingers of a tap may come down, in milliseconds. */
const TOGETHER_MS = 120;

/** How long after a tap the next one may begin, in milliseconds. */
const PAUSE_MS = 800;

/** How far a finger may stray, in CSS pixels. */
const STRAY = 48;

/**
 * @typedef {object} Touch
 * @property {"down" | "move" | "up" | "cancel"} kind
 * @property {number} id the finger
 * @property {boolean} first no other finger was on the screen when this one came
 * @property {number} at in milliseconds
 * @property {number} x in CSS pixels
 * @property {number} y in CSS pixels
 */

/**
 * @typedef {object} Taps
 * @property {number} count taps with two or more fingers, one soon after the other
 * @property {number} ended when the last one ended
 * @property {readonly Touch[]} fingers where each that is on the screen came down
 * @property {number} begun when the first of them came down
 * @property {boolean} two whether this tap has had two fingers
 * @property {boolean} spoilt whether it is something else than a tap
 */

/** @type {Taps} */
export const NO_TAPS = { count: 0, ended: 0, fingers: [], begun: 0, two: false, spoilt: false };

/**
 * @param {Taps} taps
 * @param {Touch} touch
 * @returns {Taps}
 */
export function afterTouch(taps, touch) {
  if (touch.kind === "down") return afterDown(taps, touch);
  const start = taps.fingers.find(({ id }) => id === touch.id);
  if (start === undefined) return taps;
  if (touch.kind === "move") return isFar(start, touch) ? { ...taps, spoilt: true } : taps;
  const fingers = taps.fingers.filter((finger) => finger !== start);
  const spoilt = taps.spoilt || touch.kind === "cancel" || isFar(start, touch);
  const lifted = { ...taps, fingers, spoilt };
  return fingers.length > 0 ? lifted : afterTap(lifted, touch.at);
}

/**
 * @param {Taps} taps
 * @param {Touch} touch
 * @returns {Taps}
 */
function afterDown(taps, touch) {
  // What became of a finger is not always told, as when another app comes in front.
  if (touch.first || taps.fingers.length === 0) {
    const count = touch.at - taps.ended > PAUSE_MS ? 0 : taps.count;
    return { ...taps, count, fingers: [touch], begun: touch.at, two: false, spoilt: false };
  }
  const spoilt = taps.spoilt || touch.at - taps.begun > TOGETHER_MS;
  return { ...taps, fingers: [...taps.fingers, touch], two: true, spoilt };
}

/**
 * @param {Taps} taps
 * @param {number} at
 * @returns {Taps}
 */
function afterTap(taps, at) {
  const counts = taps.two && !taps.spoilt && at - taps.begun <= LONGEST_MS;
  return { ...taps, count: counts ? taps.count + 1 : 0, ended: at };
}

/**
 * @param {Touch} one
 * @param {Touch} other
 */
function isFar(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y) > STRAY;
}
