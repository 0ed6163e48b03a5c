/** Brings gestures.js to those who chose to leave by a gesture, or are about to choose it. */
import { LEAVE_SHAKE, LEAVE_TAPS, SETTING } from "./names.js";
import { whenAdded } from "./watch.js";

const CHOICES = [LEAVE_TAPS, LEAVE_SHAKE].map((name) => `data-${name}`);

/** @param {URL} address of gestures.js */
export function startLeaveGestures(address) {
  const root = document.documentElement;
  let brought = false;
  const bring = () => {
    if (brought) return;
    brought = true;
    import(/* @vite-ignore */ address.href).catch(() => {
      // The network is gone, and it was not kept yet: the next choice or page asks again.
      brought = false;
    });
  };
  const look = () => {
    if (CHOICES.some((name) => root.hasAttribute(name))) bring();
  };
  look();
  // Another tab may choose it too.
  new MutationObserver(look).observe(root, { attributeFilter: CHOICES });
  whenAdded(`[${SETTING}="${LEAVE_SHAKE}"]`, bring);
}
