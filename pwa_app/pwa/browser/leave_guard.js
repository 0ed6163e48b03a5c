/** The part of leaving quickly that must run before anything is painted. */
import { LEAVE_LINK } from "./names.js";
import { cover, depart, departure, forgetDeparture, leaveBy, uncover } from "./leave.js";

/** @returns {boolean} whether this page is the neutral one */
function isNeutral() {
  const offline = departure()?.offline ?? "";
  return offline !== "" && samePage(offline, location.href);
}

/**
 * @param {string} one
 * @param {string} other
 */
function samePage(one, other) {
  /** @param {string} address */
  const page = (address) => new URL(address).pathname.replace(/(\/|\/index\.html)$/, "");
  return page(one) === page(other);
}

/** @returns {boolean} whether the person asked for this page, rather than stepping back into it */
function cameOnPurpose() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "navigate";
}

/** Goes away again if this tab was left quickly. */
function guard() {
  const gone = departure();
  if (gone === null || isNeutral()) return;
  cover();
  // Without the rest of the page there is nothing that could be shown.
  window.stop();
  depart(gone);
}

/** @param {PageTransitionEvent} event */
function onPageShow(event) {
  if (!event.persisted) return;
  if (departure() === null || isNeutral()) uncover();
  else guard();
}

/** @param {BeforeUnloadEvent} event */
function onBeforeUnload(event) {
  // A question whether to leave would keep the page on the screen.
  if (departure() !== null) event.stopImmediatePropagation();
}

/** @param {MouseEvent} event */
function onClick(event) {
  const link = event.target instanceof Element ? event.target.closest(LEAVE_LINK) : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leaveBy(link);
}

export function startLeaveGuard() {
  if (departure() !== null && !isNeutral()) {
    if (cameOnPurpose()) forgetDeparture();
    else guard();
  }
  addEventListener("beforeunload", onBeforeUnload, true);
  // A page kept by the browser is shown again before its scripts can hide it, so it is put away
  // covered and uncovered only when it may be seen.
  addEventListener("pagehide", (event) => event.persisted && cover());
  addEventListener("pageshow", onPageShow);
  // A step back within the page would otherwise take back that it is being left.
  addEventListener("popstate", guard);
  document.addEventListener("click", onClick, true);
}
