/** Files made on the phone: saved by the browser, or handed to another app. */
import { useSyncExternalStore } from "react";
import { saveFile } from "$/utils/device/save_file";

export { saveFile };

const nothing = () => () => {};

/**
 * Offers a file to the other apps on the phone; saves it where that does not work.
 * @param {File} file
 */
export async function shareFile(file) {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    // The person closed the sheet: then nothing is to be done.
    if (/** @type {any} */ (error)?.name !== "AbortError") saveFile(file);
  }
}

/** Whether buttons work by now; false in the prerendered page. */
export function useWorking() {
  return useSyncExternalStore(nothing, () => true, () => false);
}

/** Whether this phone can hand files to other apps; false in the prerendered page. */
export function useCanShare() {
  return useSyncExternalStore(nothing, canShare, () => false);
}

function canShare() {
  const file = new File(["a"], "a.csv", { type: "text/csv" });
  return Boolean(navigator.canShare?.({ files: [file] }));
}

/** Opens the browser's own way to print a page, or to keep it as a PDF. */
export function printPage() {
  window.print();
}
