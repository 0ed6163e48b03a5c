import { startTransition, useEffect, useState } from "react";

/** So long what comes first has the phone to itself, such as records that are being read. */
const MOMENT_MS = 250;

/**
 * Its children, a moment after the rest of the page was drawn: for what is folded away, so that
 * nobody waits for what nobody sees yet. The prerendered page goes without them.
 * @param {{ children?: import("react").ReactNode }} props
 */
export function Later({ children }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setShown(true)), MOMENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}
