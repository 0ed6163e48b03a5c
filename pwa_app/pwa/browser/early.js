/** What must happen before the first paint. Inlined in the head of every page: keep it small. */
import { applyAppearance } from "./appearance.js";
import { startLeaveGuard } from "./leave_guard.js";
import { INSTALLABLE_EVENT } from "./names.js";

startLeaveGuard();
applyAppearance();

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.pwaInstallPrompt = event;
  dispatchEvent(new Event(INSTALLABLE_EVENT));
});
