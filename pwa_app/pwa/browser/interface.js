/** Everything a page can take part in by its attributes, in development and in a build. */
import { startInstall } from "./install.js";
import { startLeaveShortcut } from "./leave_shortcut.js";
import { startSettings } from "./settings.js";

export function startInterface() {
  startLeaveShortcut();
  startSettings();
  startInstall();
}
