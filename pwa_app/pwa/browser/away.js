/**
 * Covers the page while something else is in front of it: a phone shows a small picture of every
 * open app, and a browser the title of every tab.
 *
 * The picture is taken by the phone, sometimes before the page is told that it is hidden
 * (https://html.spec.whatwg.org/multipage/interaction.html#page-visibility); the loss of the focus
 * comes sooner, and also where nobody has gone away, so that is a choice. The cover is no overlay:
 * the page is transparent, so that focus, selection and an open dialog stay as they are.
 */
import { leaveLink } from "./leave.js";
import { AWAY_CLASS, COVER, LEAVE_TITLE } from "./names.js";

const root = document.documentElement;

/** What browsers paint where a page says nothing. */
const PLAIN = { light: "#ffffff", dark: "#121212" };

/** @type {(() => void) | null} */
let giveBack = null;
/** Another page is taking the place of this one: its title is the one that counts. */
let replaced = false;

const choice = () => root.getAttribute(`data-${COVER}`);

function hide() {
  if (choice() === "never") return;
  root.classList.add(AWAY_CLASS);
  if (!replaced) giveBack ??= putAside();
}

function show() {
  root.classList.remove(AWAY_CLASS);
  replaced = false;
  giveBack?.();
  giveBack = null;
}

/** @returns {() => void} gives title and colours back */
function putAside() {
  const title = document.title;
  const neutral = leaveLink()?.getAttribute(LEAVE_TITLE) ?? title;
  document.title = neutral;
  const colours = themeColours().map((meta) => ({ meta, before: meta.content }));
  for (const { meta } of colours) {
    meta.content = meta.media.includes("dark") ? PLAIN.dark : PLAIN.light;
  }
  return () => {
    if (document.title === neutral) document.title = title;
    for (const { meta, before } of colours) meta.content = before;
  };
}

/** @returns {HTMLMetaElement[]} */
function themeColours() {
  return [...document.querySelectorAll("meta")].filter((meta) => meta.name === "theme-color");
}

/** A page that is frozen was hidden before. */
function look() {
  if (document.hidden) hide();
  else show();
}

function onBlur() {
  if (choice() === "sooner") root.classList.add(AWAY_CLASS);
}

/** Not every phone says that the focus is back; a touch says so too. */
function onReturn() {
  if (!document.hidden) show();
}

export function startAway() {
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => (replaced = true));
  addEventListener("pageshow", () => (replaced = false));
  addEventListener("blur", onBlur);
  for (const back of ["focus", "pointerdown", "keydown"]) addEventListener(back, onReturn, true);
  look();
}
