import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/**
 * The present moment in milliseconds, renewed at each full minute; null in the prerendered page
 * and in the first render, so that both are the same.
 * @returns {number | null}
 */
export function useNow() {
  const [now, setNow] = useState(/** @type {number | null} */ (null));
  useEffect(() => {
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    };
    tick();
    return () => clearTimeout(timer);
  }, []);
  return now;
}
