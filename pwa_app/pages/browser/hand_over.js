/** Handing words over to somebody: through the clipboard, or large on the screen. */
import { createElement, Fragment, useRef, useState } from "react";

/**
 * A button that copies words, says so, and says so too where the browser forbids it.
 * @param {{ text: string, label: string, copied: string, blocked: string } &
 *   Record<string, unknown>} props
 */
export function CopyWords({ text, label, copied, blocked, ...rest }) {
  const [done, setDone] = useState(/** @type {{ text: string, well: boolean } | null} */ (null));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone({ text, well: true });
    } catch {
      setDone({ text, well: false });
    }
  };
  // What was said of other words does not hold for these.
  const outcome = done?.text === text ? done : null;
  const button = { ...rest, type: "button", onClick: () => void copy() };
  const said = outcome && (outcome.well ? copied : blocked);
  const look = outcome && !outcome.well ? "small" : "visually-hidden";
  return createElement(
    Fragment,
    null,
    createElement("button", button, outcome?.well ? copied : label),
    createElement("p", { role: "status", className: look }, said),
  );
}

/**
 * A button that fills the screen with words in large type, for another person to read.
 * @param {{ text: string, title: string, label: string, close: string } &
 *   Record<string, unknown>} props
 */
export function ShowLarge({ text, title, label, close, ...rest }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const open = { ...rest, type: "button", onClick: () => dialog.current?.showModal() };
  const shut = {
    type: "button",
    className: "button quiet",
    onClick: () => dialog.current?.close(),
  };
  return createElement(
    Fragment,
    null,
    createElement("button", open, label),
    createElement(
      "dialog",
      { ref: dialog, className: "large-words", "aria-label": title },
      createElement("button", shut, close),
      createElement("p", { translate: "no" }, text),
    ),
  );
}
