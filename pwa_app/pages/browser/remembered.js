import { createElement, useLayoutEffect, useRef } from "react";

/**
 * Remembers a choice that follows from what is kept, as if the person had picked it: from the next
 * visit on it holds before the first paint. It shows nothing.
 * @param {{ setting: string, value: string, ready: boolean, on: boolean }} props `ready` once it
 *   is known whether the choice is `on`
 */
export function Remembered({ setting, value, ready, on }) {
  const element = useRef(/** @type {HTMLInputElement | null} */ (null));
  // In the same step in which what was found is shown: the next page may be opened right then.
  useLayoutEffect(() => {
    const control = element.current;
    const known = document.documentElement.getAttribute(`data-${setting}`) === value;
    if (!ready || !control || known === on) return;
    control.value = on ? value : "";
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }, [setting, value, ready, on]);
  return createElement("input", { ref: element, type: "hidden", "data-setting": setting });
}
