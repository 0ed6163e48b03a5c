/** Everything a page can take part in by its attributes, in development and in a build. */
import { startAway } from "./away.js";
import { startBack } from "./back.js";
import { keepFocus } from "./focus_keeper.js";
import { startInstall } from "./install.js";
import { startKeyboard } from "./keyboard.js";
import { startLeaveBackdrop } from "./leave_backdrop.js";
import { startLeaveGestures } from "./leave_gestures.js";
import { startLeaveShortcut } from "./leave_shortcut.js";
import { startSettings } from "./settings.js";

/** @param {URL} gestures address of gestures.js */
export function startInterface(gestures) {
  startAway();
  startBack();
  startKeyboard();
  keepFocus();
  startLeaveShortcut();
  startLeaveBackdrop();
  startSettings();
  startLeaveGestures(gestures);
  startInstall();
}
