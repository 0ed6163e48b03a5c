/**
 * Leaving quickly by pressing Shift three times.
 *
 * Timing and announcements follow GOV.UK's "Exit this page"
 * (https://design-system.service.gov.uk/components/exit-this-page/).
 */
import { announce, leaveBy, leaveLink } from "./leave.js";
import { LEAVE_PRESSES, LEAVE_STATUS } from "./names.js";

/** Presses needed. */
const PRESSES = 3;

/** How long after the first press the last one still counts, in milliseconds. */
const WINDOW_MS = 5000;

let presses = 0;
let aloneSinceDown = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {number} count */
function setPresses(count) {
  presses = count;
  document.querySelector(LEAVE_STATUS)?.setAttribute(LEAVE_PRESSES, String(count));
}

function forget() {
  clearTimeout(timer);
  setPresses(0);
}

/** @param {HTMLAnchorElement} link */
function countPress(link) {
  setPresses(presses + 1);
  if (presses === 1) timer = setTimeout(() => expire(link), WINDOW_MS);
  if (presses === PRESSES) {
    forget();
    leaveBy(link);
    return;
  }
  announce(link.getAttribute(presses === 1 ? "data-leave-text-two-more" : "data-leave-text-one-more"));
}

/** @param {HTMLAnchorElement} link */
function expire(link) {
  forget();
  announce(link.getAttribute("data-leave-text-timed-out"));
}

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  if (event.key === "Shift") {
    if (!event.repeat) aloneSinceDown = !(event.ctrlKey || event.altKey || event.metaKey);
    return;
  }
  // Shift was held for a capital letter or another command.
  interrupt();
}

/** Another key or a tap: these presses of Shift meant something else. */
function interrupt() {
  aloneSinceDown = false;
  if (presses > 0) {
    forget();
    announce("");
  }
}

/** @param {KeyboardEvent} event */
function onKeyUp(event) {
  if (event.key !== "Shift" || !aloneSinceDown) return;
  aloneSinceDown = false;
  const link = leaveLink();
  if (link !== null) countPress(link);
}

export function startLeaveShortcut() {
  addEventListener("keydown", onKeyDown, true);
  addEventListener("keyup", onKeyUp, true);
  addEventListener("pointerdown", interrupt, true);
}
