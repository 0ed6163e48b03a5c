/** The offer to install the app: the browser's own prompt where there is one, steps elsewhere. */
import {
  ACTION,
  INSTALL_OFFER,
  INSTALL_VARIANT,
  INSTALLABLE_EVENT,
  NOT_NOW_KEY,
} from "./names.js";
import { isInstalled, offersToInstall, platformOf } from "./platform.js";
import { read, write } from "./storage.js";
import { all, onAction, whenAdded } from "./watch.js";

let refused = false;

/** @returns {string} */
function currentVariant() {
  if (window.pwaInstallPrompt) return "prompt";
  const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
  // A computer's Chromium has its own button; where it makes no offer, there is nothing to tell.
  return platform === "desktop-other" && offersToInstall() ? "" : platform;
}

/**
 * Shows the offer with the one wording that fits, or hides it when there is none.
 *
 * @param {HTMLElement} offer
 */
function present(offer) {
  const variant = currentVariant();
  let fits = false;
  for (const wording of offer.querySelectorAll(`[${INSTALL_VARIANT}]`)) {
    if (!(wording instanceof HTMLElement)) continue;
    const here = (wording.getAttribute(INSTALL_VARIANT) ?? "").split(/\s+/).includes(variant);
    wording.hidden = !here;
    fits ||= here;
  }
  offer.hidden = !fits || refused || read("localStorage", NOT_NOW_KEY) !== null || isInstalled();
}

function presentAll() {
  for (const offer of all(INSTALL_OFFER)) present(offer);
}

function withdraw() {
  refused = true;
  window.pwaInstallPrompt = undefined;
  presentAll();
}

async function prompt() {
  const event = window.pwaInstallPrompt;
  if (!event) return;
  // A prompt can be shown once only; the browser sends a new event if it may be shown again.
  window.pwaInstallPrompt = undefined;
  await event.prompt();
  const { outcome } = await event.userChoice;
  if (outcome === "accepted") withdraw();
  else refuse();
}

/** Forgets a prompt that would install the app under a name that was changed since. */
export function forgetPrompt() {
  window.pwaInstallPrompt = undefined;
  presentAll();
}

function refuse() {
  write("localStorage", NOT_NOW_KEY, "1");
  withdraw();
}

export function startInstall() {
  addEventListener(INSTALLABLE_EVENT, presentAll);
  addEventListener("appinstalled", withdraw);
  onAction(ACTION, { install: () => void prompt(), "not-now": refuse });
  whenAdded(INSTALL_OFFER, present);
}
