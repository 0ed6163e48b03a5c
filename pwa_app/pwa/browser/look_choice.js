/** Which look was chosen, and bringing the script that gives it to the page (looks.js). */
import { LOOK, LOOK_KEY, LOOKS, OWN_LOOK } from "./names.js";
import { read, write } from "./storage.js";

/** @returns {string | null | undefined} the script's address, where the app has other looks */
function scriptAddress() {
  return document.querySelector(`[${LOOKS}]`)?.getAttribute(LOOKS);
}

/** @returns {string | null} its key */
export function rememberedLook() {
  return read("localStorage", LOOK_KEY);
}

/**
 * @param {string} look
 * @returns {boolean} false when it could not be stored
 */
export function rememberLook(look) {
  return write("localStorage", LOOK_KEY, look);
}

/**
 * Brings the script before anything else of the page is read, where there may be another look.
 *
 * A script that is written into the page while it is being read is waited for; one that is put in
 * as an element is not.
 */
export function startLook() {
  const address = scriptAddress();
  const other = (rememberedLook() ?? OWN_LOOK) !== OWN_LOOK || location.hash.startsWith("#look=");
  if (!address || !other) return;
  // While it is waited for, the browser may already read a manifest, and would keep to that one.
  for (const link of document.querySelectorAll("link")) {
    link.setAttribute("data-href", link.getAttribute("href") ?? "");
    link.removeAttribute("href");
  }
  document.write(`<script src="${address}"></script>`);
}

/**
 * Gives a page that has been shown already a look.
 *
 * @param {string} look its key
 */
export function applyLook(look) {
  if (window.pwaApplyLook) {
    window.pwaApplyLook(look);
    return;
  }
  const address = scriptAddress();
  if (!address || look === OWN_LOOK) return;
  const script = document.createElement("script");
  script.src = address;
  script.onload = () => window.pwaApplyLook?.(look);
  document.head.append(script);
}

/** Keeps a page that the browser puts away and shows again to the look that holds by then. */
export function followLook() {
  addEventListener("pageshow", (event) => {
    const shown = document.documentElement.getAttribute(`data-${LOOK}`) ?? OWN_LOOK;
    const look = rememberedLook() ?? shown;
    if (event.persisted && look !== shown) applyLook(look);
  });
}
