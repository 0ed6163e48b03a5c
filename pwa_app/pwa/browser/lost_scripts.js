/** A script that the page itself names and that did not come: nothing else would bring it again. */

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Runs before the first paint, in every page: keep it small. */
export function askAgainForScripts() {
  let pause = FIRST_PAUSE_MS;
  const onError = (/** @type {ErrorEvent} */ { target }) => {
    if (!(target instanceof HTMLScriptElement) || !target.src) return;
    setTimeout(() => target.replaceWith(anew(target)), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  addEventListener("error", onError, true);
}

/** @param {HTMLScriptElement} lost */
function anew({ type, src }) {
  // Some browsers remember of an address that it failed.
  const [address] = src.split("?");
  return Object.assign(document.createElement("script"), { type, src: `${address}?${Date.now()}` });
}
