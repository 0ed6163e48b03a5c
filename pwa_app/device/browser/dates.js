/**
 * "today", "yesterday" or the written-out day, in the page's language.
 * @param {string} localDate YYYY-MM-DD
 */
export function dayName(localDate) {
  const [year, month, day] = localDate.split("-").map(Number);
  const date = new Date(year, month - 1, day);
  const today = new Date();
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate());
  const daysAgo = Math.round((midnight.getTime() - date.getTime()) / 86_400_000);
  if (daysAgo === 0 || daysAgo === 1) {
    return capitalised(relativeDays().format(-daysAgo, "day"));
  }
  const sameYear = date.getFullYear() === today.getFullYear();
  return (sameYear ? dayOfThisYear() : dayOfAnyYear()).format(date);
}

/**
 * The time of day where the person is now, in the page's language. A moment that belongs to
 * another day where it was written is told with the day it is here.
 * @param {string} at UTC, ISO 8601
 * @param {string} day the day it belongs to, YYYY-MM-DD
 */
export function timeInDay(at, day) {
  const moment = new Date(at);
  const sameDay = localDate(moment) === day;
  return { same_day: sameDay, text: (sameDay ? timeOnly() : timeWithDay()).format(moment) };
}

/**
 * A moment as a control of the type `datetime-local` has it: the wall clock where the person is.
 * @param {Date} moment
 */
export function wallClock(moment) {
  const hours = String(moment.getHours()).padStart(2, "0");
  return `${localDate(moment)}T${hours}:${String(moment.getMinutes()).padStart(2, "0")}`;
}

/**
 * The day on the person's own calendar, YYYY-MM-DD.
 * @param {Date} moment
 */
export function localDate(moment) {
  const year = String(moment.getFullYear()).padStart(4, "0");
  const month = String(moment.getMonth() + 1).padStart(2, "0");
  return `${year}-${month}-${String(moment.getDate()).padStart(2, "0")}`;
}

/**
 * A day written out without its year, in the page's language.
 * @param {string} day YYYY-MM-DD
 */
export function spokenDay(day) {
  const [year, month, number] = day.split("-").map(Number);
  return dayOfThisYear().format(new Date(year, month - 1, number));
}

/**
 * A moment written out with its day and its year, in the page's language.
 * @param {string} at UTC, ISO 8601
 */
export function momentName(at) {
  const how = /** @type {const} */ ({ dateStyle: "long", timeStyle: "short" });
  return new Intl.DateTimeFormat(language(), how).format(new Date(at));
}

/**
 * A month in the page's language.
 * @param {string} month YYYY-MM
 * @param {string} length "long" or "narrow" for its name alone; "" for its name with the year
 */
export function monthName(month, length) {
  const [year, number] = month.split("-").map(Number);
  const date = new Date(year, number - 1, 1);
  if (length === "narrow") return formatNamed("narrow month", { month: "narrow" }).format(date);
  if (length === "long") return formatNamed("long month", { month: "long" }).format(date);
  return formatNamed("month and year", { month: "long", year: "numeric" }).format(date);
}

/** The day a week begins with where the person is: 1 for Monday to 7 for Sunday. */
export function firstWeekday() {
  const locale = /** @type {any} */ (new Intl.Locale(language() ?? "en-GB"));
  return Number((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1);
}

/** @type {Map<string, unknown>} */
const formats = new Map();

/**
 * A format, made once: making one takes longer than using it a hundred times.
 * @template Format
 * @param {string} name
 * @param {(language: string | undefined) => Format} make
 * @returns {Format}
 */
function madeOnce(name, make) {
  const key = `${name} ${language()}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = make(language())));
  return /** @type {Format} */ (format);
}

/**
 * @param {string} name
 * @param {Intl.DateTimeFormatOptions} options
 */
function formatNamed(name, options) {
  return madeOnce(name, (language) => new Intl.DateTimeFormat(language, options));
}

/** Makes the formats of a list by day: the first one of all takes a slow phone 50 ms. */
export function prepareDates() {
  dayOfThisYear();
  timeOnly();
  relativeDays();
}

/** @type {Intl.DateTimeFormatOptions} */
const DAY = { weekday: "long", day: "numeric", month: "long" };

const dayOfThisYear = () => formatNamed("day", DAY);
const dayOfAnyYear = () => formatNamed("day and year", { ...DAY, year: "numeric" });
const timeOnly = () => formatNamed("time", { hour: "2-digit", minute: "2-digit" });
const timeWithDay = () =>
  formatNamed("time and day", { weekday: "short", hour: "2-digit", minute: "2-digit" });
/** @type {Intl.DateTimeFormatOptions} */
const SHORT = { day: "numeric", month: "short" };
const shortOfThisYear = () => formatNamed("short", SHORT);
const shortOfAnyYear = () => formatNamed("short and year", { ...SHORT, year: "numeric" });
const relativeDays = () =>
  madeOnce("days ago", (language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
const plainNumber = () => madeOnce("number", (language) => new Intl.NumberFormat(language));

/** For which of the page's languages it was found, and what. */
let spoken = { page: "", found: /** @type {string | undefined} */ (undefined) };

/** The page's language, in the way of the person's own country where the browser names one. */
export function language() {
  // Nothing that depends on it is shown in the prerendered page.
  if (typeof document === "undefined") return undefined;
  const page = document.documentElement.lang;
  if (page && spoken.page === page) return spoken.found;
  const found = navigator.languages.find((tag) => tag.split("-")[0] === page);
  spoken = { page, found: found ?? (page || undefined) };
  return spoken.found;
}

/** @param {string} words */
function capitalised(words) {
  return words.charAt(0).toLocaleUpperCase(language()) + words.slice(1);
}

/**
 * A day in few characters, with its year where that is another one.
 * @param {string} localDate YYYY-MM-DD
 */
export function shortDate(localDate) {
  const [year, month, day] = localDate.split("-").map(Number);
  const format = year === new Date().getFullYear() ? shortOfThisYear() : shortOfAnyYear();
  return format.format(new Date(year, month - 1, day));
}

/**
 * A number in the page's language.
 * @param {number} number
 */
export function numberText(number) {
  return plainNumber().format(number);
}
