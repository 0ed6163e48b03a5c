/** @import { Vault } from "./vault" */

const MINUTE_MS = 60_000;

/** What shows that somebody is there. */
const TOUCHES = ["pointerdown", "keydown", "scroll", "input"];

/** The person leaves quickly, in this tab or (as a message of that name) in another one. */
const LEAVING = "pwa:leaving";

/** @type {Vault | null} */
let watched = null;
let touched = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Locks a vault, which was opened or changed its choices just now, when nobody has touched the page
 * for the time that was chosen, and when the page is hidden where that was chosen.
 * @param {Vault} vault
 */
export function stayLockedWhenLeft(vault) {
  touch();
  if (!watched) {
    for (const event of TOUCHES) addEventListener(event, touch, { capture: true, passive: true });
    document.addEventListener("visibilitychange", lockIfLeft);
    addEventListener("pageshow", lockIfLeft);
    addEventListener(LEAVING, lock);
    if ("BroadcastChannel" in window) new BroadcastChannel(LEAVING).onmessage = lock;
  }
  watched = vault;
  lockIfLeft();
}

function lock() {
  watched?.lock();
}

function touch() {
  touched = Date.now();
}

/** Timers stand still on a phone that sleeps, so the clock is asked whenever the page is back. */
export function lockIfLeft() {
  clearTimeout(timer);
  const { mode, minutes, hiding } = watched?.state() ?? {};
  if (mode !== "open" || minutes === undefined) return;
  const left = touched + minutes * MINUTE_MS - Date.now();
  // A clock that was set back leaves more than the whole time.
  const over = minutes > 0 && (left <= 0 || left > minutes * MINUTE_MS);
  if (over || (hiding && document.hidden)) watched?.lock();
  else if (minutes > 0) timer = setTimeout(lockIfLeft, left);
}
