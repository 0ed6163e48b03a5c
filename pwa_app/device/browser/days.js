/** @import { Records } from "./records" */
/** @import { Matches, Span } from "./day_window" */
import { createElement, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { useLocation, useNavigationType } from "react-router";
import { prepareDates } from "./dates";
import { CLOSED, DayWindow } from "./day_window";
import { whenIdle } from "./idle";
import { hold } from "./place";

/** How far beyond the screen the next records are fetched, so that scrolling does not stop. */
const AHEAD = "1500px 0px";
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * By entry of the history: the days that were shown, and the row at the top with its distance
 * from there. In memory only: when somebody wrote is not for the browser's files.
 * @type {Map<string, { span: Span, id: string, top: number }>}
 */
const left = new Map();

/** A page's components share one window of a table, so that it is read once. */
/** @type {Map<string, DayWindow>} */
const windows = new Map();

/**
 * @param {Records} records
 * @param {string} table
 * @param {string} by
 * @param {string} within
 */
function windowOver(records, table, by, within) {
  const name = JSON.stringify([records.schema.name, table]);
  let days = windows.get(name);
  if (!days) {
    days = new DayWindow(records, table, by, within);
    windows.set(name, days);
  }
  return days;
}

/**
 * A window over the days of a table (see day_window.js).
 * @param {Records} records
 * @param {string} table
 * @param {string} by the indexed field with the day
 * @param {string} within the field that orders a day's records
 * @param {Matches} matches whether a record answers a question
 * @param {unknown} wanted the question; null for none
 * @param {string} parameter the parameter of the address that names the newest day to show
 */
export function useDays(records, table, by, within, matches, wanted, parameter) {
  const { search, key } = useLocation();
  const back = useNavigationType() === "POP";
  const days = windowOver(records, table, by, within);
  const named = new URLSearchParams(search).get(parameter);
  const day = named && DAY.test(named) ? named : null;
  const question = JSON.stringify(wanted);
  const opened = useRef("");
  // Before the page is painted, so that the records are read meanwhile.
  useLayoutEffect(() => {
    const returned = back && opened.current !== key ? left.get(key)?.span : null;
    opened.current = key;
    days.show(question, day, matches, returned);
  }, [days, question, day, key]);
  const state = useSyncExternalStore(days.subscribe, days.state, () => CLOSED);
  return { ...state, days };
}

/**
 * Reads the newest records of a window, and keeps them up to date, for a page that is not open
 * yet; and prepares what it takes to show their days.
 * @param {Records} records
 * @param {string} table
 * @param {string} by
 * @param {string} within
 * @returns {() => void} to let go of them
 */
export function readAhead(records, table, by, within) {
  const days = windowOver(records, table, by, within);
  days.show("null", null, () => true);
  whenIdle(prepareDates);
  return days.subscribe(() => {});
}

/**
 * The records of a window, with a button at each end where there are more; coming near an end is
 * like pressing it. What is looked at stays where it is when something above it comes or goes.
 * @param {{
 *   days: DayWindow, rows: unknown, earlier: string, later: string,
 *   children?: import("react").ReactNode,
 * }} props `rows` is what is shown, `earlier` and `later` are the words on the buttons
 */
export function DayScroll({ days, rows, earlier, later, children }) {
  const state = useSyncExternalStore(days.subscribe, days.state, () => CLOSED);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { key } = useLocation();
  const back = useNavigationType() === "POP";
  const anchor = useRef(/** @type {{ id: string, top: number } | null} */ (null));
  const returning = useRef(back ? left.get(key) : undefined);
  const drawn = useRef(0);

  useEffect(
    () =>
      days.subscribe(() => {
        anchor.current ??= firstInSight(box.current);
      }),
    [days],
  );
  useLayoutEffect(() => {
    const before = returning.current;
    if (before) {
      if (document.getElementById(before.id)) putBack(before);
      // The first rows may be those that were read ahead.
      else if (drawn.current++ === 0) return;
      returning.current = undefined;
      anchor.current = null;
      return;
    }
    const kept = anchor.current;
    anchor.current = null;
    const element = kept && document.getElementById(kept.id);
    if (element) scrollBy(0, element.getBoundingClientRect().top - kept.top);
  }, [rows]);

  // Gone at once with the page: the next one scrolls to its top.
  useLayoutEffect(() => {
    const note = () => {
      if (returning.current) return;
      const first = firstInSight(box.current);
      if (first) left.set(key, { span: days.span(), ...first });
      else left.delete(key);
    };
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener("scroll", note, { passive: true, signal });
    // Rows above may have got their height since, which moves without scrolling.
    addEventListener("click", note, { capture: true, signal });
    return () => ended.abort();
  }, [days, key]);

  return createElement(
    "div",
    { ref: box, className: "day-scroll" },
    state.later && createElement(End, { label: later, onReach: days.moveLater }),
    children,
    state.earlier && createElement(End, { label: earlier, onReach: days.moveEarlier, fills: true }),
  );
}

/**
 * @param {{ label: string, onReach: () => void, fills?: boolean }} props `fills`: what comes here
 *   may fill a screen that is not full yet, because it pushes nothing away
 */
function End({ label, onReach, fills = false }) {
  const element = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => {
    if (!element.current) return undefined;
    const ended = new AbortController();
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        if (hasScrolled()) onReach();
        else if (fills && isInSight(entry)) whenIdle(() => !ended.signal.aborted && onReach());
        else addEventListener("scroll", onReach, { once: true, signal: ended.signal });
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      ended.abort();
    };
  });
  return createElement(
    "button",
    { ref: element, type: "button", className: "button quiet", onClick: onReach },
    label,
  );
}

/**
 * Whether it is on the screen itself: what was read first does not fill it.
 * @param {IntersectionObserverEntry} entry
 */
function isInSight({ boundingClientRect }) {
  return boundingClientRect.top < innerHeight;
}

/** A page that was just opened reads no more than it shows. */
function hasScrolled() {
  return scrollY > 0;
}

/**
 * Scrolls a row to where it was; those around it get their height only as they come into sight.
 * @param {{ id: string, top: number }} row
 */
function putBack({ id, top }) {
  hold(() => {
    const off = (document.getElementById(id)?.getBoundingClientRect().top ?? top) - top;
    if (Math.abs(off) >= 1) scrollBy({ top: off, behavior: "instant" });
  });
}

/** @param {HTMLElement | null} box */
function firstInSight(box) {
  if (!box || !hasScrolled()) return null;
  for (const element of box.querySelectorAll("[data-row]")) {
    const { bottom, top } = element.getBoundingClientRect();
    if (bottom > 0) return { id: element.id, top };
  }
  return null;
}
