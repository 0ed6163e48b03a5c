/**
 * Leaving the site quickly, so that the Back button does not lead back to it.
 *
 * After the pattern of GOV.UK's "Exit this page"
 * (https://design-system.service.gov.uk/components/exit-this-page/), which replaces only the page
 * it is used on. Here the tab also remembers that it was left: whichever page of the site is
 * reached again by Back, Forward or reload covers itself and goes away again, until the person
 * comes back on purpose.
 */
import { COVER_CLASS, LEAVE_LINK, LEAVE_STATUS, LEAVING_EVENT, LEAVING_KEY } from "./names.js";
import { forgetAll, read, write } from "./storage.js";

/**
 * @typedef {object} Departure
 * @property {string} to address of the neutral site
 * @property {string} offline address of a neutral page of this site, "" if there is none
 */

/** @returns {Departure | null} where this tab has gone, if it was left quickly */
export function departure() {
  const stored = read("sessionStorage", LEAVING_KEY);
  if (stored === null) return null;
  const [to = "", offline = ""] = stored.split("\n");
  return { to, offline };
}

export function forgetDeparture() {
  write("sessionStorage", LEAVING_KEY, null);
}

/** Hides everything of the page at once. */
export function cover() {
  document.documentElement.classList.add(COVER_CLASS);
}

/** Shows the page again. */
export function uncover() {
  document.documentElement.classList.remove(COVER_CLASS);
}

const NO_TITLE = "\u200b";

/** React, which may come only now, would write the page's title once more. */
function hideTitle() {
  const hide = () => {
    if (document.title !== NO_TITLE) document.title = NO_TITLE;
  };
  const all = { childList: true, subtree: true, characterData: true };
  new MutationObserver(hide).observe(document.documentElement, all);
  hide();
}

/**
 * Goes to the neutral site; until that has loaded, neither page nor title can be read.
 *
 * @param {Departure} departure
 */
export function depart({ to, offline }) {
  cover();
  hideTitle();
  location.replace(offline !== "" && !navigator.onLine ? offline : to);
}

/**
 * Covers the page, forgets all the tab remembered but that it was left, has every tab lock what it
 * keeps, and goes. All of it is done when this returns: no frame in between shows the page.
 *
 * @param {HTMLAnchorElement} link
 */
export function leaveBy(link) {
  const offlineTo = link.getAttribute("data-leave-offline");
  const going = {
    to: link.href,
    offline: offlineTo === null ? "" : new URL(offlineTo, location.href).href,
  };
  cover();
  forgetAll("sessionStorage");
  write("sessionStorage", LEAVING_KEY, `${going.to}\n${going.offline}`);
  announce(link.getAttribute("data-leave-text-going"));
  depart(going);
  dispatchEvent(new Event(LEAVING_EVENT));
  try {
    new BroadcastChannel(LEAVING_EVENT).postMessage("");
  } catch {
    // An old browser: other tabs stay as they are. Or storage is blocked, and nothing is kept.
  }
}

/** @returns {HTMLAnchorElement | null} the page's first link for leaving */
export function leaveLink() {
  return document.querySelector(LEAVE_LINK);
}

/**
 * Says something in the page's live region.
 *
 * The text goes into a shadow root: React may not have taken the page over yet, and would draw the
 * whole page again if it found text where it rendered none.
 *
 * @param {string | null} text nothing is said when the page gives no text
 */
export function announce(text) {
  const status = document.querySelector(LEAVE_STATUS);
  if (status === null || text === null) return;
  const region = status.shadowRoot ?? status.attachShadow({ mode: "open" });
  region.textContent = text;
}
