/** Which way of installing a browser has. */

/**
 * @typedef {"ios-safari" | "ios-other" | "android-firefox" | "android-other" | "mac-safari"
 *   | "desktop-other"} Platform
 */

/**
 * Works out the platform where the browser itself offers no prompt.
 *
 * iPadOS presents itself as a Mac; only the touch screen tells them apart
 * (https://developer.mozilla.org/docs/Web/HTTP/Guides/Browser_detection_using_the_user_agent).
 *
 * @param {string} userAgent navigator.userAgent
 * @param {number} touchPoints navigator.maxTouchPoints
 * @returns {Platform}
 */
export function platformOf(userAgent, touchPoints) {
  const mac = /Macintosh/.test(userAgent);
  const ios = /iPhone|iPad|iPod/.test(userAgent) || (mac && touchPoints > 1);
  const otherEngineName = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|GSA\/|Chrom|Firefox|Edg/;
  const safari = /Safari\//.test(userAgent) && !otherEngineName.test(userAgent);
  if (ios) return safari ? "ios-safari" : "ios-other";
  if (/Android/.test(userAgent)) {
    return /Firefox\//.test(userAgent) ? "android-firefox" : "android-other";
  }
  return mac && safari ? "mac-safari" : "desktop-other";
}

/** @returns {boolean} whether this browser makes an offer of its own, if it wants to */
export function offersToInstall() {
  return "onbeforeinstallprompt" in window;
}

/** @returns {boolean} whether this page runs as an installed app already */
export function isInstalled() {
  const standalone = "standalone" in navigator && navigator.standalone === true;
  return standalone || matchMedia("(display-mode: standalone)").matches;
}
