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
    const words = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
    return capitalised(words.format(-daysAgo, "day"));
  }
  const sameYear = date.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat(language(), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: sameYear ? undefined : "numeric",
  }).format(date);
}

/**
 * The time of day where the person is now, in the page's language.
 * @param {string} at UTC, ISO 8601
 */
export function timeOfDay(at) {
  const moment = new Date(at);
  return new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit" }).format(moment);
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

/** The page's language, in the way of the person's own country where the browser names one. */
function language() {
  const page = document.documentElement.lang;
  return navigator.languages.find((tag) => tag.split("-")[0] === page) ?? (page || undefined);
}

/** @param {string} words */
function capitalised(words) {
  return words.charAt(0).toLocaleUpperCase(language()) + words.slice(1);
}
