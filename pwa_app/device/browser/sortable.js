import { createElement, useRef, useState } from "react";

/** @typedef {{ key: string, text: string, detail?: string }} Item */
/**
 * @typedef {object} Words
 * @property {string} up
 * @property {string} down
 * @property {string} moved said once something has moved: `{item}`, `{place}` and `{count}` are filled in
 */
/** @typedef {{ at: number, from: number, to: number, pointer: number }} Drag */

/**
 * A list that the person puts in order: with the finger or the mouse on a handle, or with two
 * buttons on each line, which a keyboard and a screen reader reach. Each move is said.
 * @param {{
 *   items: Item[], words: Words, onOrder: (keys: string[]) => void,
 *   actions?: (item: Item) => import("react").ReactNode,
 * }} props `actions` gives what else can be done with a line
 */
export function Sortable({ items, words, onOrder, actions }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const drag = useRef(/** @type {Drag | null} */ (null));
  const [said, setSaid] = useState("");

  /** @param {number} from @param {number} to */
  const move = (from, to) => {
    if (to < 0 || to >= items.length || to === from) return;
    const keys = items.map(({ key }) => key);
    keys.splice(to, 0, ...keys.splice(from, 1));
    onOrder(keys);
    setSaid(filled(words.moved, items[from].text, to + 1, items.length));
  };

  const lines = () => /** @type {HTMLElement[]} */ ([...(list.current?.children ?? [])]);

  const settle = () => {
    drag.current = null;
    for (const line of lines()) {
      line.style.transform = "";
      line.classList.remove("dragged");
    }
  };

  /** @param {number} at */
  const grab = (at) => (/** @type {import("react").PointerEvent<HTMLElement>} */ event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at, from: event.clientY + scrollY, to: at, pointer: event.pointerId };
    lines()[at].classList.add("dragged");
  };

  /** @param {import("react").PointerEvent<HTMLElement>} event */
  const pull = (event) => {
    const { current } = drag;
    if (!current || current.pointer !== event.pointerId) return;
    const way = event.clientY + scrollY - current.from;
    current.to = showMoved(lines(), current.at, way);
  };

  const drop = () => {
    const { current } = drag;
    settle();
    if (current) move(current.at, current.to);
  };

  const last = items.length - 1;
  const several = last > 0;
  const grip = {
    className: "grip",
    "aria-hidden": true,
    onPointerMove: pull,
    onPointerUp: drop,
    onPointerCancel: settle,
  };
  return createElement(
    "div",
    { className: "sortable" },
    createElement(
      "ul",
      { ref: list },
      items.map((item, at) =>
        createElement(
          "li",
          { key: item.key, className: "sortable-line" },
          createElement(
            "div",
            { className: "sortable-row" },
            several && createElement("span", { ...grip, onPointerDown: grab(at) }, "≡"),
            createElement(
              "span",
              { className: "sortable-text", translate: "no" },
              item.text,
              item.detail ? createElement("small", null, item.detail) : null,
            ),
            several && mover(words.up, "↑", item, at === 0, () => move(at, at - 1)),
            several && mover(words.down, "↓", item, at === last, () => move(at, at + 1)),
          ),
          actions?.(item),
        ),
      ),
    ),
    createElement("p", { role: "status", className: "visually-hidden" }, said),
  );
}

/**
 * @param {string} label
 * @param {string} sign
 * @param {Item} item
 * @param {boolean} ends
 * @param {() => void} onMove
 */
function mover(label, sign, item, ends, onMove) {
  return createElement(
    "button",
    {
      type: "button",
      className: "mover",
      "aria-label": filled(label, item.text, 0, 0),
      "aria-disabled": ends,
      onClick: (/** @type {import("react").MouseEvent<HTMLElement>} */ event) => {
        const button = event.currentTarget;
        if (!ends) onMove();
        // React moves the line in the page, and some browsers take the focus from what is moved.
        requestAnimationFrame(() => button.focus());
      },
    },
    createElement("span", { "aria-hidden": true }, sign),
  );
}

/**
 * Shows the lines as they would stand if the one that is pulled were let go.
 * @param {HTMLElement[]} lines
 * @param {number} at which one is pulled
 * @param {number} way how far, in CSS pixels
 * @returns {number} where it would stand
 */
function showMoved(lines, at, way) {
  const middles = lines.map((line) => line.offsetTop + line.offsetHeight / 2);
  const held = lines[at];
  const [top, bottom] = [held.offsetTop + way, held.offsetTop + held.offsetHeight + way];
  const to =
    middles.filter((middle, index) => index < at && middle < top).length +
    middles.filter((middle, index) => index > at && middle < bottom).length;
  lines.forEach((line, index) => {
    const goesDown = index >= to && index < at;
    const goesUp = index > at && index <= to;
    const by = index === at ? way : goesDown ? held.offsetHeight : goesUp ? -held.offsetHeight : 0;
    line.style.transform = by === 0 ? "" : `translateY(${by}px)`;
  });
  return to;
}

/**
 * @param {string} sentence
 * @param {string} item
 * @param {number} place
 * @param {number} count
 */
function filled(sentence, item, place, count) {
  /** @type {Record<string, string | number>} */
  const parts = { item, place, count };
  return sentence.replace(/\{(item|place|count)\}/g, (_, name) => String(parts[name]));
}
