/** @import { Trouble } from "../../device/browser/types" */
/** Why the phone could not make a backup, or bring one back. */
import { troubleOf } from "$/utils/device/database";

/**
 * @param {unknown} error
 * @returns {Trouble | "insecure" | "unable"} `insecure` where the browser keeps its ciphers from
 *   the page, as it does over plain http; `unable` where WebAssembly is turned off, which makes
 *   the key
 */
export function backupTroubleOf(error) {
  const trouble = troubleOf(error);
  if (trouble !== "broken") return trouble;
  if (!crypto.subtle) return "insecure";
  return "WebAssembly" in window ? trouble : "unable";
}
