/**
 * Taps on buttons before React listens: noted from the first paint on, and given to React as soon as
 * it does. Links, calls and what folds open need nobody's help.
 */

/** How long a button may take to get ready once React is there, in milliseconds. */
const PATIENCE_MS = 3000;

/** What shows that the person has gone on to something else. */
const OTHER_WISHES = /** @type {const} */ (["pointerdown", "keydown"]);

/** Runs before the first paint, in every page: keep it small. */
export function noteTaps() {
  window.pwaTaps = [];
  for (const type of ["click", "pointerup", "keydown"]) addEventListener(type, note, true);
}

/**
 * A button that is not ready yet is tapped, but not clicked.
 *
 * @param {Event} event
 */
function note({ target, type }) {
  const button = target instanceof Element && target.closest("button");
  // Who has gone on to something else no longer waits for what was not ready.
  if (type !== "click") window.pwaTaps = window.pwaTaps?.filter(({ disabled }) => !disabled);
  if (button && (type === "click") !== button.disabled) window.pwaTaps?.push(button);
}

/** Ends the noting: from now on React listens. */
export function takeTaps() {
  const taps = window.pwaTaps ?? [];
  window.pwaTaps = undefined;
  return taps;
}

/**
 * Gives what was noted to React, once it has all that it answers with.
 *
 * @param {HTMLButtonElement[]} taps
 */
export function giveTaps(taps) {
  // The browser itself, or this library, has done already what these are for.
  const missed = taps.filter((button) => !button.matches("[type=reset], [data-pwa-action]"));
  const last = missed.at(-1);
  for (const button of missed) if (!button.disabled) button.click();
  if (last?.disabled && last.type === "button") clickOnceReady(last);
}

/** @param {HTMLButtonElement} button */
function clickOnceReady(button) {
  const over = new AbortController();
  const look = () => {
    if (button.disabled || over.signal.aborted) return;
    over.abort();
    button.click();
  };
  const change = new MutationObserver(look);
  over.signal.addEventListener("abort", () => change.disconnect());
  change.observe(button, { attributeFilter: ["disabled"] });
  for (const wish of OTHER_WISHES) {
    addEventListener(wish, () => over.abort(), { capture: true, signal: over.signal });
  }
  setTimeout(() => over.abort(), PATIENCE_MS);
}
