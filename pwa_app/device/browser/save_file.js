import { createElement } from "react";

/** The browser may read the file a while after the tap; then its memory is given back. */
const KEPT_MS = 60_000;

/**
 * Saves a file where the browser keeps what it downloads.
 * @param {File} file
 */
export function saveFile(file) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/**
 * A button that makes a file on the phone and hands it to the phone, with no network.
 * @param {{
 *   name: string, type: string, text: () => string, label: string,
 * } & Record<string, unknown>} props
 */
export function SaveFile({ name, type, text, label, ...rest }) {
  const save = () => saveFile(new File([text()], name, { type }));
  return createElement("button", { ...rest, type: "button", onClick: save }, label);
}
