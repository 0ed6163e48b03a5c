/** A tap where the link for leaving stands leaves, also while a dialog is open before it. */
import { leaveBy, leaveLink } from "./leave.js";

/**
 * @param {Element} element
 * @param {MouseEvent} event
 */
function isAt(element, { clientX: x, clientY: y }) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return left <= x && x <= right && top <= y && y <= bottom;
}

/** @param {MouseEvent} event */
function onClick(event) {
  const dialog = event.target;
  const link = leaveLink();
  // A tap beside an open dialog is one on its backdrop, and so on the dialog.
  if (link === null || !(dialog instanceof HTMLDialogElement)) return;
  if (isAt(link, event) && !isAt(dialog, event)) leaveBy(link);
}

export function startLeaveBackdrop() {
  addEventListener("click", onClick, true);
}
