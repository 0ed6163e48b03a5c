/** Where the browser does not tell when it is idle (Safari), this long after. */
const MOMENT_MS = 200;

/**
 * Does something once the phone has nothing else to do.
 * @param {() => void} work
 */
export function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(() => work());
  else setTimeout(work, MOMENT_MS);
}

/** @returns {Promise<void>} resolved once the phone has nothing else to do */
export function idle() {
  return new Promise((resolve) => whenIdle(resolve));
}
