/** The longest wait for an idle moment, in milliseconds. */
const IDLE_TIMEOUT_MS = 2000;

/** @param {() => void} callback */
export function whenIdle(callback) {
  if ("requestIdleCallback" in window) requestIdleCallback(callback, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(callback, 1);
}
