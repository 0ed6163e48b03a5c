import { createElement, useEffect, useRef } from "react";

/**
 * A box whose style property `--share` follows a function of time, frame by frame, while `moves`
 * holds. Where less motion is asked for it stays still.
 * @param {{
 *   shareAt: (now: number) => number, moves: boolean, children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function Moving({ shareAt, moves, children, ...rest }) {
  const element = useRef(/** @type {HTMLDivElement | null} */ (null));
  const current = useRef(shareAt);
  current.current = shareAt;

  useEffect(() => {
    const box = element.current;
    if (!box || !moves || matchMedia("(prefers-reduced-motion: reduce)").matches) return undefined;
    /** @type {number} */
    let frame;
    const draw = () => {
      box.style.setProperty("--share", current.current(Date.now()).toFixed(4));
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      box.style.removeProperty("--share");
    };
  }, [moves]);

  return createElement("div", { ...rest, ref: element }, children);
}
