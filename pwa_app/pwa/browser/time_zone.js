/// <reference path="./temporal.d.ts" />

/**
 * @returns {string} the time zone's name, "Europe/Dublin"; Temporal tells it at once, while a format
 *   for dates is only made after a browser has read what it knows of languages
 */
export function timeZone() {
  const { Temporal } = globalThis;
  return Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
