/**
 * Remembers beside the choices of appearance that there is a lock: then the page waits with what
 * may be behind it until it is known whether the lock is open, and nobody types into a form that
 * is about to be locked. Where the hint is wrong or missing, nothing else goes wrong.
 */
import { useEffect } from "react";
import { STORAGE_NAME } from "$/utils/pages/storage_name";

const KEY = `${STORAGE_NAME}:appearance`;

/**
 * Shows nothing.
 * @param {{ mode: "unknown" | "held" | "off" | "locked" | "open" | "broken" }} props
 */
export function LockHint({ mode }) {
  useEffect(() => {
    if (!["unknown", "held", "broken"].includes(mode)) remember(mode !== "off");
  }, [mode]);
  return null;
}

/** @param {boolean} on */
function remember(on) {
  document.documentElement.toggleAttribute("data-lock", on);
  try {
    const { lock, ...others } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if ((lock !== undefined) === on) return;
    localStorage.setItem(KEY, JSON.stringify(on ? { ...others, lock: "on" } : others));
  } catch {
    // Storage is blocked, or holds something of another kind: it works without the hint.
  }
}
