/**
 * Listens to how the phone is moved, for those who chose to leave by shaking it, and says on the
 * page of that choice whether the phone tells (https://www.w3.org/TR/orientation-event/).
 */
import { applyChoice, rememberChoice } from "./appearance.js";
import { leaveBy, leaveLink } from "./leave.js";
import { LEAVE_SAID, LEAVE_SHAKE, SETTING } from "./names.js";
import { STILL, SWINGS, afterReading } from "./shake.js";
import { all, whenAdded } from "./watch.js";

/** How long to wait for the first reading, in milliseconds. */
const PATIENCE_MS = 2000;

const CHOICE = `data-${LEAVE_SHAKE}`;
const root = document.documentElement;

let shaking = STILL;
let said = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {"" | "ready" | "missing" | "refused"} outcome */
function say(outcome) {
  said = outcome;
  for (const element of all(`[${LEAVE_SAID}]`)) showIfSaid(element);
}

/** @param {HTMLElement} element */
function showIfSaid(element) {
  element.hidden = element.getAttribute(LEAVE_SAID) !== said;
}

/** @param {DeviceMotionEventAcceleration | null} felt */
function vector(felt) {
  if (felt === null || felt.x === null || felt.y === null || felt.z === null) return null;
  return /** @type {const} */ ([felt.x, felt.y, felt.z]);
}

/** @param {DeviceMotionEvent} event */
function onMotion(event) {
  const moved = vector(event.acceleration);
  const felt = vector(event.accelerationIncludingGravity) ?? moved;
  clearTimeout(timer);
  if (felt === null) {
    giveUp("missing");
    return;
  }
  if (said !== "ready") say("ready");
  shaking = afterReading(shaking, { at: event.timeStamp, moved, felt });
  const link = shaking.swings >= SWINGS ? leaveLink() : null;
  if (link === null) return;
  shaking = STILL;
  leaveBy(link);
}

/**
 * Nobody is to rely on what cannot be: the choice is taken back where it is made, and says why.
 *
 * @param {"missing" | "refused"} outcome
 */
function giveUp(outcome) {
  const controls = all(`[${SETTING}="${LEAVE_SHAKE}"]`);
  if (controls.length === 0) return;
  say(outcome);
  applyChoice(LEAVE_SHAKE, "");
  rememberChoice(LEAVE_SHAKE, "");
  for (const control of controls) if (control instanceof HTMLInputElement) control.checked = false;
}

function listen() {
  addEventListener("devicemotion", onMotion);
}

/** Only where a reading may be expected: a phone that has not been asked yet gives none. */
function listenForReadings() {
  if (!root.hasAttribute(CHOICE)) return;
  // Once it is allowed, some phones tell only those who begin to listen then.
  stop();
  listen();
  timer = setTimeout(() => {
    if (!document.hidden) giveUp("missing");
  }, PATIENCE_MS);
}

function stop() {
  shaking = STILL;
  clearTimeout(timer);
  removeEventListener("devicemotion", onMotion);
}

function follow() {
  if (root.hasAttribute(CHOICE)) listen();
  else stop();
}

/** @returns {(() => Promise<string>) | undefined} asks the person, only within a tap */
function permission() {
  const events = /** @type {{ requestPermission?: () => Promise<string> } | undefined} */ (
    /** @type {unknown} */ (window.DeviceMotionEvent)
  );
  return events?.requestPermission?.bind(events);
}

function ask() {
  const request = permission();
  if (request === undefined) {
    listenForReadings();
    return;
  }
  request().then(
    (answer) => (answer === "granted" ? listenForReadings() : giveUp("refused")),
    () => giveUp("refused"),
  );
}

/** @param {Event} event */
function onChange(event) {
  const control = event.target;
  if (!(control instanceof HTMLInputElement)) return;
  if (control.getAttribute(SETTING) !== LEAVE_SHAKE) return;
  say("");
  if (control.checked) ask();
}

export function startShakeToLeave() {
  new MutationObserver(follow).observe(root, { attributeFilter: [CHOICE] });
  document.addEventListener("change", onChange);
  whenAdded(`[${LEAVE_SAID}]`, showIfSaid);
  if (!root.hasAttribute(CHOICE)) return;
  if (permission() === undefined) {
    listenForReadings();
    return;
  }
  // It may still be allowed, or be forgotten since the app was closed.
  listen();
  document.addEventListener("click", ask, { once: true, capture: true });
}
