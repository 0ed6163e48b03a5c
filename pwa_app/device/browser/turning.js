import { createElement, useEffect, useRef } from "react";

/** So many pixels to the side, and more to the side than up or down, are a swipe. */
const SWIPE = 48;

/** Where an arrow key or a finger has a meaning of its own. */
const OWN_MEANING = "input, textarea, select, audio, [contenteditable], dialog";

/**
 * A box whose content is turned over like pages: by swiping it, or by the arrow keys anywhere on
 * the page. `onTurn` is told 1 for the next and -1 for the one before, as the page is read. When
 * `shown` changes, its top is brought back into sight.
 * @param {{
 *   onTurn: (step: number) => void, shown: string, children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function Turning({ onTurn, shown, children, ...rest }) {
  const turn = useRef(onTurn);
  turn.current = onTurn;
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const start = useRef(/** @type {import("react").Touch | null} */ (null));

  useEffect(() => {
    const pressed = (/** @type {KeyboardEvent} */ event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_MEANING)) return;
      turn.current(step * towards());
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);

  useEffect(() => {
    if (box.current && box.current.getBoundingClientRect().top < 0) box.current.scrollIntoView();
  }, [shown]);

  return createElement(
    "div",
    {
      ...rest,
      ref: box,
      onTouchStart: (/** @type {import("react").TouchEvent} */ { touches, target }) => {
        const meant = target instanceof Element && target.closest(OWN_MEANING);
        start.current = touches.length === 1 && !meant ? touches[0] : null;
      },
      onTouchEnd: (/** @type {import("react").TouchEvent} */ { changedTouches }) => {
        const [from, to] = [start.current, changedTouches[0]];
        start.current = null;
        if (!from || !to) return;
        const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
        if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(along)) return;
        turn.current((across < 0 ? 1 : -1) * towards());
      },
    },
    children,
  );
}

/** What comes next lies to the right, or to the left where the page is read from right to left. */
function towards() {
  return document.documentElement.dir === "rtl" ? -1 : 1;
}
