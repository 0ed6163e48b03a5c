import { createElement, useState } from "react";

/**
 * A button that puts a text on the clipboard, and says whether that worked.
 * @param {{
 *   text: string, label: string, done: string, trouble: string,
 * } & Record<string, unknown>} props
 */
export function CopyText({ text, label, done, trouble, ...rest }) {
  const [said, setSaid] = useState("");

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      // Not allowed here, or the page lost the focus: the text is there to be read.
      setSaid(trouble);
    }
  };

  return createElement(
    "div",
    {},
    createElement("button", { ...rest, type: "button", onClick: copy }, label),
    createElement("p", { role: "status", className: "small" }, said),
  );
}
