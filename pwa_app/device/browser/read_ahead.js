/** @import { Records } from "./records" */
import { createElement, useEffect, useRef } from "react";

/**
 * A box around a link to a page with a window of records (see days.js): once it can be seen, the
 * page's first records are read, so that they are there when it opens.
 * @param {{
 *   records: Records, table: string, by: string, within: string,
 *   children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function ReadAhead({ records, table, by, within, children, ...rest }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (!box.current) return undefined;
    let closed = false;
    /** @type {(() => void) | undefined} */
    let letGo;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      import("./days").then(
        ({ readAhead }) => {
          if (!closed) letGo = readAhead(records, table, by, within);
        },
        (error) => console.warn("The page's records will be read when it opens:", error),
      );
    });
    observer.observe(box.current);
    return () => {
      closed = true;
      observer.disconnect();
      letGo?.();
    };
  }, [records, table, by, within]);
  return createElement("div", { ...rest, ref: box }, children);
}
