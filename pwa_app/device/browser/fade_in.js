/** How a page comes in that is gone on to within the app. */

const LONG_MS = 150;

/** Not from nothing: whoever is in a hurry can read and tap from the first moment. */
const FAINTEST = 0.4;

/**
 * Lets the main part of the page come in softly, unless the person has asked for less motion.
 * Nothing moves, and what is tapped meanwhile answers.
 */
export function fadeIn() {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const main = document.querySelector("main");
  main?.animate({ opacity: [FAINTEST, 1] }, { duration: LONG_MS, easing: "ease-out" });
}
