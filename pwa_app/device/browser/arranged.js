import { Children, createElement, isValidElement } from "react";
import { useNow } from "./clock";
import { useHeld } from "./held_value";
import { Steady } from "./steady";

/**
 * Its children, in the order and choice that a function of the present moment and a held value
 * gives. React moves what is there, so that whoever stands in a child with the focus stays there.
 * @param {{
 *   held: string,
 *   order: (now: number | null, value: Record<string, unknown> | null) => string[],
 *   children?: import("react").ReactNode,
 * }} props `order` gives the keys of the children that are shown
 */
export function Arranged({ held, order, children }) {
  const { value } = useHeld(held);
  const keys = order(useNow(), value);
  /** @type {Map<string | null, import("react").ReactElement>} */
  const known = new Map();
  Children.forEach(children, (child) => {
    if (isValidElement(child)) known.set(child.key, child);
  });
  return createElement(
    Steady,
    {},
    keys.map((key) => known.get(key)),
  );
}
