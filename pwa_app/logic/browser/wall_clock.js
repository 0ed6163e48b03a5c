/**
 * The wall clock of a time zone, which only the platform's time zone data can tell.
 */

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * The weekday and minute that clocks in a time zone show at an instant.
 *
 * @param {string} zone an IANA time zone name, such as "Europe/Dublin"
 * @param {number | null} epochMs milliseconds since 1970-01-01T00:00:00Z, as from `Date.now()`;
 *   null while the moment is not known, as in a prerendered page
 * @returns {{weekday: number, minute: number} | null} weekday 0 for Monday to 6 for Sunday and
 *   minutes since midnight (0 to 1439), or null if this browser does not know the zone or
 *   the moment is not known
 */
export function wallClock(zone, epochMs) {
  const format = formatFor(zone);
  if (format === null || epochMs === null) return null;
  /** @type {Partial<Record<Intl.DateTimeFormatPartTypes, string>>} */
  const shown = {};
  for (const { type, value } of format.formatToParts(epochMs)) shown[type] = value;
  return {
    weekday: WEEKDAYS.indexOf(shown.weekday ?? ""),
    minute: Number(shown.hour) * 60 + Number(shown.minute),
  };
}

/**
 * The wall clocks of several time zones at an instant.
 *
 * @param {string[]} zones IANA time zone names
 * @param {number | null} epochMs as for `wallClock`
 * @returns {Record<string, {weekday: number, minute: number} | null> | null} by zone; null while
 *   the moment is not known
 */
export function wallClocks(zones, epochMs) {
  if (epochMs === null) return null;
  return Object.fromEntries(zones.map((zone) => [zone, wallClock(zone, epochMs)]));
}

/**
 * @param {string} zone
 * @returns {Intl.DateTimeFormat | null} null if this browser does not know the zone
 */
function formatFor(zone) {
  // An absent zone would quietly mean the device's own.
  if (!zone) return null;
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
