/**
 * Keeps the focus where somebody is at work. What has it may go: a line that was deleted, a notice
 * that was answered, a form that made way for another. A browser then has the focus nowhere, and a
 * keyboard or a screen reader would begin at the top, or stay silent (WCAG 2.2, 2.4.3). So it goes
 * to what now stands nearest, unless something has taken it by then. On another page, whoever
 * brought that page knows where it begins.
 */

/** What may get the focus. Not fields for words: on a phone they would open its keyboard. */
const HEIRS =
  "a[href], button:enabled, summary, select:enabled, :is(h1, h2, h3)[tabindex], " +
  "input:is([type=radio], [type=checkbox], [type=range]):enabled";

/** @typedef {{ parent: Node, next: Node | null, previous: Node | null, whole: boolean }} Gap */

/** @type {Element | null} */
let last = null;
let page = "";
/** @type {Gap | null} */
let gap = null;
let due = false;

/** Begins to look after the focus. */
export function keepFocus() {
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    page = location.pathname;
    gap = null;
  });
  // Who taps where nothing is has put the focus down.
  addEventListener("pointerup", () => {
    if (!gap && document.activeElement === document.body) last = null;
  });
  new MutationObserver(onChange).observe(document.documentElement, {
    attributeFilter: ["hidden", "disabled"],
    childList: true,
    subtree: true,
  });
}

/** @param {MutationRecord[]} changes */
function onChange(changes) {
  if (!last) return;
  for (const change of changes) {
    const { target, removedNodes, nextSibling, previousSibling } = change;
    if (change.type === "attributes") {
      if (target.contains(last)) noteGap(target, target.nextSibling, target.previousSibling);
      continue;
    }
    for (const removed of removedNodes) {
      const lost = gap && !gap.parent.isConnected ? gap.parent : last;
      if (removed !== lost && !removed.contains(lost)) continue;
      gap = { parent: target, next: nextSibling, previous: previousSibling, whole: removed !== last };
      due ||= later();
    }
  }
}

/** @param {Node} changed @param {Node | null} next @param {Node | null} previous */
function noteGap(changed, next, previous) {
  if (!changed.parentNode) return;
  gap = { parent: changed.parentNode, next, previous, whole: changed !== last };
  due ||= later();
}

/** What the tap has brought may want the focus for itself, and is asked first. */
function later() {
  requestAnimationFrame(() => setTimeout(handOver));
  return true;
}

function handOver() {
  due = false;
  const held = document.activeElement;
  if (!last || !gap || (held && held !== document.body) || page !== location.pathname) return;
  // A button that cannot be pressed for a moment gets the focus back when it can be.
  if (last.isConnected && last.matches(":disabled")) return;
  const found = canHold(last) ? last : heirOf(gap);
  gap = null;
  found?.focus({ preventScroll: true });
  if (found?.matches(":focus-visible")) found.scrollIntoView({ block: "nearest" });
}

/**
 * What stands nearest to a gap: where a whole line went, the next one; where a button went, what
 * it stood beside; then whatever follows.
 * @param {Gap} gap
 */
function heirOf({ parent, next, previous, whole }) {
  const stays = next?.isConnected || previous?.isConnected;
  // Where nothing of what stood there is left, something else has come in its place.
  const instead = stays ? null : firstIn(parent.firstChild, "nextSibling");
  if (instead) return instead;
  /** @type {Node | null} */
  let around = parent;
  let onwardFirst = whole;
  while (around instanceof Element && around !== document.documentElement) {
    const onward = firstIn(next, "nextSibling");
    const found = onwardFirst
      ? (onward ?? firstIn(previous, "previousSibling"))
      : (firstIn(previous, "previousSibling") ?? onward);
    if (found) return found;
    if (around.matches("main, dialog")) break;
    onwardFirst = true;
    [next, previous, around] = [around.nextSibling, around.previousSibling, around.parentNode];
  }
  return heading();
}

/**
 * @param {Node | null} from
 * @param {"nextSibling" | "previousSibling"} way
 */
function firstIn(from, way) {
  for (let node = from; node; node = node[way]) {
    if (!(node instanceof Element)) continue;
    for (const found of [node, ...node.querySelectorAll(HEIRS)]) {
      if (found.matches(HEIRS) && canHold(found)) return /** @type {HTMLElement} */ (found);
    }
  }
  return null;
}

/**
 * @param {Element} element
 * @returns {element is HTMLElement}
 */
function canHold(element) {
  // Safari has the first only since 17.4.
  const shown = element.checkVisibility?.() ?? element.getClientRects().length > 0;
  return element.isConnected && shown && !element.matches(":disabled");
}

/** Where the page begins. */
function heading() {
  const found = document.querySelector("main h1");
  if (!(found instanceof HTMLElement)) return null;
  found.tabIndex = -1;
  return found;
}
