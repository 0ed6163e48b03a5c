/** What must happen before the first paint. Inlined in the head of every page: keep it small. */
import { applyAppearance } from "./appearance.js";
import { noteChoices } from "./early_choices.js";
import { noteTaps } from "./early_taps.js";
import { paintSoon } from "./first_paint.js";
import { startLeaveGuard } from "./leave_guard.js";
import { startLook } from "./look_choice.js";
import { askAgainForScripts } from "./lost_scripts.js";
import { INSTALLABLE_EVENT } from "./names.js";
import { takeOwnAddress } from "./own_address.js";

// React compares the head with what it would write, and this script is not in it.
document.currentScript?.remove();
startLeaveGuard();
askAgainForScripts();
applyAppearance();
startLook();
paintSoon();
noteChoices();
noteTaps();

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.pwaInstallPrompt = event;
  dispatchEvent(new Event(INSTALLABLE_EVENT));
});

takeOwnAddress();
