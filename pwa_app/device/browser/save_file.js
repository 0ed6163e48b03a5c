import { createElement } from "react";

/** The browser may read the file a while after the tap; then its memory is given back. */
const KEPT_MS = 60_000;

/**
 * A button that makes a file on the phone and hands it to the phone, with no network.
 * @param {{
 *   name: string, type: string, text: () => string, label: string,
 * } & Record<string, unknown>} props
 */
export function SaveFile({ name, type, text, label, ...rest }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text()], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  };
  return createElement("button", { ...rest, type: "button", onClick: save }, label);
}
