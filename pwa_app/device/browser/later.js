import { useDeferredValue } from "react";

/**
 * Its children, as soon as the rest of the page is on the screen: for what is folded away or far
 * below, so that nobody waits for what nobody sees yet. The prerendered page goes without them.
 * @param {{ children?: import("react").ReactNode }} props
 */
export function Later({ children }) {
  return useDeferredValue(true, false) ? children : null;
}
