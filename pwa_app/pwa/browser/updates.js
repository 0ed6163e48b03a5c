/**
 * Begins with the service worker and offers new versions without ever forcing one.
 *
 * A new version installs beside the old one and waits
 * (https://web.dev/articles/service-worker-lifecycle#updates). The page shows a notice; only the tab
 * in which the person accepts reloads. Other tabs keep what they show, and show the notice too.
 */
import { letTheBrowserOpenLinks } from "./browser_links.js";
import { whenIdle } from "./idle.js";
import {
  ACTION,
  BEFORE_UPDATE_EVENT,
  DELAYED_EVENT,
  HYDRATED_EVENT,
  HYDRATION_BLOCK,
  LATER_KEY,
  SKIP_WAITING,
  UPDATE_NOTICE,
} from "./names.js";
import { register } from "./registration.js";
import { read, write } from "./storage.js";
import { eventWithin } from "./time_limit.js";
import { all, onAction, whenAdded } from "./watch.js";

/** How often a page that stays open looks for a new version, in milliseconds. */
const CHECK_EVERY_MS = 60 * 60 * 1000;

/** A worker is not kept from a page for longer where React does not come, in milliseconds. */
const WITHOUT_REACT_MS = 10_000;

/** @type {ServiceWorker | null} */
let waiting = null;
let newerElsewhere = false;
let reloadOnChange = false;
let putOff = false;

/** @param {HTMLElement} notice */
function present(notice) {
  const ready = waiting !== null || newerElsewhere;
  notice.hidden = !ready || putOff || read("sessionStorage", LATER_KEY) !== null;
}

function presentAll() {
  for (const notice of all(UPDATE_NOTICE)) present(notice);
}

function later() {
  putOff = true;
  write("sessionStorage", LATER_KEY, "1");
  presentAll();
}

/**
 * Lets the page save what is being typed.
 *
 * @returns {Promise<boolean>} false when the page asked not to reload or could not save
 */
async function pageIsReady() {
  /** @type {Promise<unknown>[]} */
  const pending = [];
  const detail = { waitUntil: (/** @type {Promise<unknown>} */ saved) => void pending.push(saved) };
  const event = new CustomEvent(BEFORE_UPDATE_EVENT, { cancelable: true, detail });
  if (!dispatchEvent(event)) return false;
  const outcomes = await Promise.allSettled(pending);
  return outcomes.every(({ status }) => status === "fulfilled");
}

async function update() {
  if (!(await pageIsReady())) return;
  if (waiting === null) {
    location.reload();
    return;
  }
  reloadOnChange = true;
  waiting.postMessage({ type: SKIP_WAITING });
}

/** @param {ServiceWorkerRegistration} registration */
function follow(registration) {
  const look = () => {
    // Without an active worker this is the first visit: there is no older version to replace.
    waiting = registration.active === null ? null : registration.waiting;
    presentAll();
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  registration.installing?.addEventListener("statechange", look);
  look();
}

/** @param {ServiceWorkerRegistration} registration */
function checkNowAndThen(registration) {
  let checked = Date.now();
  const check = () => {
    if (document.visibilityState !== "visible" || !navigator.onLine) return;
    checked = Date.now();
    // Without a network there is nothing to find; the next check will tell.
    registration.update().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", check);
  addEventListener("focus", check);
  setInterval(() => Date.now() - checked >= CHECK_EVERY_MS && check(), CHECK_EVERY_MS);
}

/** Reloads the tab that asked; tells every other tab that its page is of an older version. */
function onTakeover() {
  if (reloadOnChange) {
    reloadOnChange = false;
    location.reload();
    return;
  }
  newerElsewhere = true;
  waiting = null;
  presentAll();
  // The router no longer finds the scripts of its version; the browser opens the new one.
  letTheBrowserOpenLinks();
}

/** @param {URL} script */
async function begin(script) {
  // The worker of a folder above, such as another language's, is no earlier version of this one.
  const firstVisit = navigator.serviceWorker.controller?.scriptURL !== script.href;
  let controlled = !firstVisit;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // On a first visit the first worker takes charge of the page it was registered by.
    if (controlled) onTakeover();
    controlled = true;
  });
  checkNowAndThen(await register(script, follow));
}

/**
 * Waits until the page answers to taps. A worker that installs keeps the processor and the
 * connection of an old phone busy for seconds, and would hold React up. Where the network has just
 * failed, what is kept for the next time comes first.
 */
async function takenOver() {
  if (document.querySelector(HYDRATION_BLOCK) === null) return;
  await eventWithin(WITHOUT_REACT_MS, [HYDRATED_EVENT, DELAYED_EVENT]);
}

/** @param {URL} script address of the service worker; its folder is its scope */
export function startUpdates(script) {
  if (!("serviceWorker" in navigator)) return;
  onAction(ACTION, { update: () => void update(), later });
  whenAdded(UPDATE_NOTICE, present);
  // Private windows and blocked storage refuse a service worker; the page works without.
  const start = () => void begin(script).catch(() => undefined);
  void takenOver().then(() => whenIdle(start));
}
