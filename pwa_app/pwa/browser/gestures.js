/** Leaving quickly by taps with two fingers and by shaking the phone. */
import { startShakeToLeave } from "./gesture_shake.js";
import { startTapsToLeave } from "./gesture_taps.js";

startTapsToLeave();
startShakeToLeave();
