/**
 * Back closes what is open before it leaves the page, and so does Escape.
 *
 * What is open has an entry of its own in the history, one for each thing: Back, a swipe from the
 * edge and Android's back gesture are all one step in it. Nothing is held there but a count, beside
 * what the router keeps. What is closed in another way takes its entry along, so no step is empty;
 * and since an entry is made only where something opens, Back always leads out in the end.
 *
 * The cover of a tab that was left quickly is nothing that is open: see leave_guard.js.
 */
import { CLOSES } from "./names.js";
import { departure } from "./leave.js";
import { all } from "./watch.js";

/** Open: a dialog, what is folded out, or whatever has this button while it can be pressed. */
const OPEN = ["dialog[open]", `details${CLOSES}[open]`, `button${CLOSES}:enabled`].join();

/** In the state of an entry: how many things are open on it. */
const COUNT = "pwaOpen";

const WATCHED = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["open", "hidden", "disabled", CLOSES.slice(1, -1)],
};

/** What is open, the last one on top. @type {HTMLElement[]} */
let open = [];

/** Of the entry that was looked at last: its count, and the router's name for its page. */
let counted = 0;
let page = "";

/** Whether a step back that closes nothing is on its way. */
let tidying = false;

/**
 * Whether the page has come back, and what was open on it may still come: it is left to the person
 * to do the next thing.
 */
let restoring = false;

function count() {
  return Number(history.state?.[COUNT] ?? 0);
}

function currentPage() {
  return `${history.state?.key} ${location.href}`;
}

/** @param {HTMLElement} element */
function close(element) {
  if (element instanceof HTMLDialogElement) element.close();
  else if (element instanceof HTMLDetailsElement) closeFold(element);
  else element.click();
}

/** @param {HTMLDetailsElement} fold */
function closeFold(fold) {
  const held = fold.contains(document.activeElement);
  fold.open = false;
  if (held) fold.querySelector("summary")?.focus();
}

/** Makes the history agree with what is open. */
function look() {
  const found = all(OPEN).filter((element) => element.closest("[hidden]") === null);
  const before = open.filter((element) => found.includes(element));
  open = [...before, ...found.filter((element) => !before.includes(element))];
  if (tidying || departure() !== null) return;
  const ahead = open.length - count();
  for (let more = 0; more < ahead; more += 1) {
    history.pushState({ ...history.state, [COUNT]: count() + 1 }, "");
  }
  if (ahead < 0 && !restoring) {
    tidying = true;
    history.go(ahead);
  }
  remember();
}

function remember() {
  counted = count();
  page = currentPage();
}

/** @param {PopStateEvent} event */
function onStep(event) {
  const samePage = currentPage() === page;
  const stepped = tidying ? 0 : count() - counted;
  tidying = false;
  restoring = false;
  remember();
  // Another page is shown in a moment, and looked at then.
  if (!samePage) return;
  // The router would scroll to where the page was, away from what has just been gone to.
  event.stopImmediatePropagation();
  const surplus = open.splice(count());
  for (const element of surplus.reverse()) close(element);
  // A step that closes nothing was made to leave: what stood on its entry is closed already.
  if (surplus.length === 0 && stepped < 0) history.back();
  else if (surplus.length === 0) look();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const top = open.at(-1);
  // Dialogs know the key themselves.
  if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
  if (top && !top.matches("dialog")) close(top);
}

export function startBack() {
  remember();
  new MutationObserver(look).observe(document, WATCHED);
  addEventListener("popstate", onStep);
  addEventListener("keydown", onKey);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    tidying = false;
    remember();
  });
  restoring = count() > 0;
  for (const touch of ["pointerdown", "keydown"]) {
    addEventListener(touch, () => (restoring = false), { capture: true, passive: true });
  }
}
