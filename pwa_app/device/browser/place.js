/** Where a person was on a page, and where they begin on a new one. */
import { useEffect, useLayoutEffect } from "react";
import { useLocation, useNavigationType } from "react-router";
import { fadeIn } from "./fade_in";

/**
 * @typedef {object} Place one entry of the history, as it was when it was left
 * @property {number} top how far the page was scrolled, in CSS pixels
 * @property {string} folds for each fold of the main part whether it was open, "0" or "1"
 * @property {[string, number]} [link] the address that was gone on to from there, and which of the
 *   links to it; it is not written down
 */

/** How long what comes late may still move what is looked at, in milliseconds: phones can be slow. */
const SETTLING_MS = 30_000;

/** So many entries are written down. */
const MOST = 50;

/** What shows that a person goes on by themselves. */
const TOUCHES = /** @type {const} */ (["wheel", "touchstart", "pointerdown", "keydown"]);

/** @type {Map<string, Place> | null} */
let places = null;

/** The entry that is shown, and the path of its page. */
let here = "";
let path = "";

let endSettling = () => {};

/**
 * Shows nothing. It brings a page back as it was left: scrolled as far, the same folds open, the
 * focus on the link that led away; also where its content comes late. A new page begins at its
 * top, with the focus on its heading, as a page that is loaded begins with its title. Either comes in
 * softly.
 *
 * The router scrolls too, but only once, and as far as the page reaches at that moment.
 * @param {{ name: string }} props under which it is written down for a reload, in this tab
 */
export function Place({ name }) {
  const { key, pathname, hash } = useLocation();
  const back = useNavigationType() === "POP";
  useLayoutEffect(() => {
    if (key === here) return;
    if (path !== "" && path !== pathname) fadeIn();
    const all = places ?? begin(name);
    const first = here === "";
    const before = back ? all.get(key) : undefined;
    here = key;
    all.delete(key);
    all.set(key, { top: 0, folds: "", ...before });
    endSettling();
    if (before && (!first || isUntouched(before.top))) settle({ ...before });
  }, [key]);
  useEffect(() => {
    const before = path;
    path = pathname;
    if (before === "" || before === pathname) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && !back) focusStart(hash);
  }, [key]);
  return null;
}

/**
 * Puts what is looked at in its place, again whenever the page's size changes, until the person
 * goes on or it has settled.
 * @param {() => void} put
 */
export function hold(put) {
  endSettling();
  const ended = new AbortController();
  let top = 0;
  let size = 0;
  const putAgain = () => {
    put();
    top = scrollY;
    size = document.documentElement.scrollHeight;
  };
  // Scrolled by something else, such as a screen reader: the browser does so only with the size.
  const onScroll = () => {
    const moved = Math.abs(scrollY - top) > 1;
    if (moved && document.documentElement.scrollHeight === size) endSettling();
  };
  const sized = new ResizeObserver(putAgain);
  const timer = setTimeout(() => endSettling(), SETTLING_MS);
  endSettling = () => {
    ended.abort();
    sized.disconnect();
    clearTimeout(timer);
  };
  const listening = { capture: true, passive: true, signal: ended.signal };
  for (const touch of TOUCHES) addEventListener(touch, endSettling, listening);
  addEventListener("scroll", onScroll, listening);
  putAgain();
  sized.observe(document.body);
}

/** @param {string} name */
function begin(name) {
  const storage = `${name}:places`;
  const all = read(storage);
  places = all;
  addEventListener("scroll", () => change({ top: scrollY }), { passive: true });
  document.addEventListener("toggle", () => change({ folds: folds() }), true);
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("main a[href]");
    const address = link && link.getAttribute("href");
    if (address) change({ link: [address, linksTo(address).indexOf(link)] });
  });
  addEventListener("pagehide", () => {
    // The last scrolling may not have been told yet.
    change({ top: scrollY });
    write(storage);
  });
  // Who leaves quickly leaves nothing in the tab.
  addEventListener("pwa:leaving", () => all.clear());
  return all;
}

/** @param {Partial<Place>} part */
function change(part) {
  const place = places?.get(here);
  if (place) Object.assign(place, part);
}

/** @param {string} storage */
function read(storage) {
  /** @type {Map<string, Place>} */
  const all = new Map();
  try {
    for (const [key, top, open] of JSON.parse(sessionStorage.getItem(storage) ?? "[]")) {
      all.set(String(key), { top: Number(top), folds: String(open) });
    }
  } catch {
    // Storage is blocked, or what is there is not ours: a reload begins at the top.
  }
  return all;
}

/** @param {string} storage */
function write(storage) {
  const last = [...(places ?? [])].slice(-MOST);
  if (last.length === 0) return;
  try {
    const kept = last.map(([key, { top, folds: open }]) => [key, top, open]);
    sessionStorage.setItem(storage, JSON.stringify(kept));
  } catch {
    // Storage is blocked: the browser itself still restores what it can.
  }
}

/** @returns {HTMLDetailsElement[]} */
function allFolds() {
  return [...document.querySelectorAll("details")].filter((fold) => fold.closest("main"));
}

function folds() {
  return allFolds()
    .map((fold) => (fold.open ? "1" : "0"))
    .join("");
}

/**
 * Whether nobody has scrolled or opened anything since the browser put the page back, as far as it
 * reached then.
 * @param {number} top
 */
function isUntouched(top) {
  if (folds().includes("1")) return false;
  const end = document.documentElement.scrollHeight - innerHeight;
  return Math.abs(scrollY - Math.min(top, end)) <= 1;
}

/**
 * Puts a page back as it was.
 * @param {Place} place
 */
function settle(place) {
  let folded = place.folds === "";
  hold(() => {
    const all = allFolds();
    if (!folded && all.length === place.folds.length) {
      folded = true;
      all.forEach((fold, at) => (fold.open = place.folds[at] === "1"));
    }
    if (Math.abs(scrollY - place.top) >= 1) scrollTo({ top: place.top, behavior: "instant" });
    if (place.link) focusLink(...place.link);
  });
}

/**
 * @param {string} address
 * @returns {Element[]}
 */
function linksTo(address) {
  return [...document.querySelectorAll(`main a[href="${CSS.escape(address)}"]`)];
}

/**
 * @param {string} address
 * @param {number} at which of the links to it
 */
function focusLink(address, at) {
  const held = document.activeElement;
  if (held && !held.matches("body, main, main h1")) return;
  const link = linksTo(address)[at];
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
}

/** @param {string} hash of the address, with its "#"; "" for none */
function focusStart(hash) {
  const target = hash ? document.getElementById(hash.slice(1)) : null;
  // A choice that the address names is answered by its page; it is not where reading begins.
  const starts = [target?.matches("input") ? null : target, document.querySelector("main h1")];
  for (const start of [...starts, document.querySelector("main")]) {
    if (!(start instanceof HTMLElement)) continue;
    if (start.tabIndex < 0) start.tabIndex = -1;
    start.focus({ preventScroll: true });
    // What is not to be seen yet takes no focus.
    if (document.activeElement === start) return;
  }
}
