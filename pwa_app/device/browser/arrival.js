import { createElement, useEffect, useRef } from "react";

/**
 * A heading that takes the focus when a tap has put it in the place of the button that was
 * tapped, so that keyboards and screen readers go on from there and not from the top.
 * @param {{ level: 1 | 2 | 3, children?: import("react").ReactNode } & Record<string, unknown>} props
 */
export function Arrival({ level, children, ...rest }) {
  const element = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    // On a page that was only opened, nobody has acted yet, and the focus belongs at the top.
    const acted = navigator.userActivation?.hasBeenActive ?? true;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (acted && lost) element.current?.focus({ preventScroll: false });
  }, []);
  return createElement(`h${level}`, { ...rest, ref: element, tabIndex: -1 }, children);
}
