import { Children, createElement, Fragment, useRef } from "react";

/**
 * A link that opens a dialog instead, where `open` says that the dialog has something to show. The
 * link stays what and where it is, so that nothing moves under a finger.
 * @param {{
 *   title: string, close: string, open: boolean, children?: import("react").ReactNode,
 * }} props its first child is the link
 */
export function PersonDialog({ title, close, open, children }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const [link, ...inside] = Children.toArray(children);
  /** @param {import("react").MouseEvent} event */
  const tapped = (event) => {
    if (!open || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.current?.showModal();
  };
  const shut = { type: "button", className: "button quiet", onClick: () => dialog.current?.close() };
  return createElement(
    Fragment,
    null,
    createElement("div", { className: "person-link", onClickCapture: tapped }, link),
    createElement(
      "dialog",
      { ref: dialog, className: "people-dialog", "aria-label": title },
      createElement("h2", null, title),
      ...(open ? inside : []),
      createElement("button", shut, close),
    ),
  );
}
