import { useHydrated } from "./hydrated";

/**
 * Its children, once the page runs in a browser, and only where `when` holds there. The
 * prerendered page goes without them.
 * @param {{ when?: () => boolean, children?: import("react").ReactNode }} props
 */
export function InBrowser({ when, children }) {
  const hydrated = useHydrated();
  return hydrated && (when === undefined || when()) ? children : null;
}
