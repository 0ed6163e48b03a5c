/** Follows fingers on the page, for those who chose to leave by three taps with two of them. */
import { leaveBy, leaveLink } from "./leave.js";
import { LEAVE_TAPS } from "./names.js";
import { NO_TAPS, TAPS, afterTouch } from "./taps.js";

const KINDS = /** @type {const} */ ({
  pointerdown: "down",
  pointermove: "move",
  pointerup: "up",
  pointercancel: "cancel",
});

let taps = NO_TAPS;

/** @param {PointerEvent} event */
function onPointer(event) {
  const chosen = document.documentElement.hasAttribute(`data-${LEAVE_TAPS}`);
  if (!chosen || event.pointerType !== "touch") return;
  taps = afterTouch(taps, {
    kind: KINDS[/** @type {keyof typeof KINDS} */ (event.type)],
    id: event.pointerId,
    first: event.isPrimary,
    at: event.timeStamp,
    x: event.clientX,
    y: event.clientY,
  });
  const link = taps.count >= TAPS ? leaveLink() : null;
  if (link === null) return;
  taps = NO_TAPS;
  leaveBy(link);
}

export function startTapsToLeave() {
  for (const type of /** @type {(keyof typeof KINDS)[]} */ (Object.keys(KINDS))) {
    addEventListener(type, onPointer, { capture: true, passive: true });
  }
}
