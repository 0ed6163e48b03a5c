/** What would make the first paint late waits until the page has been painted. */
import { MANIFEST_LINK, TOP_FIRST } from "./names.js";

/**
 * A frame begins before it is painted, so the next one is waited for.
 *
 * @param {() => void} callback
 */
function afterNextPaint(callback) {
  requestAnimationFrame(() => requestAnimationFrame(callback));
}

/** Some browsers fetch the manifest at once, which takes room on a slow network. */
function bringManifestLater() {
  const link = document.querySelector(MANIFEST_LINK);
  const address = link?.getAttribute("href");
  // Where there may be another look, the address is taken away already (look_choice.js).
  if (!link || !address) return;
  link.setAttribute("data-href", address);
  link.removeAttribute("href");
  const bring = () => {
    if (!link.hasAttribute("href")) link.setAttribute("href", address);
  };
  addEventListener("load", () => afterNextPaint(bring), { once: true });
}

/**
 * Lets the style sheet leave out what stands far below, which takes as long as all the rest. Not
 * where the browser goes to a place further down: it must be exactly where it will stay.
 */
function layOutTopFirst() {
  const [navigation] = performance.getEntriesByType("navigation");
  const opened = /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.type;
  if (opened !== "navigate" || location.hash) return;
  const root = document.documentElement;
  root.setAttribute(TOP_FIRST, "");
  afterNextPaint(() => root.removeAttribute(TOP_FIRST));
}

export function paintSoon() {
  bringManifestLater();
  layOutTopFirst();
}
