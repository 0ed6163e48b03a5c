/**
 * Choices of the app that the browser modules need.
 *
 * These are the defaults; a build writes the app's own values in place of this file.
 */

/** Starts every key in localStorage and sessionStorage. */
export const STORAGE_PREFIX = "pwa";
