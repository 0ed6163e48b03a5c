/** @import { Trouble } from "../../device/browser/types" */
/** Why the phone could not make a backup, or bring one back. */
import { troubleOf } from "$/utils/device/database";

/**
 * @param {unknown} error
 * @returns {Trouble | "insecure"} `insecure` where the browser keeps
 *   its ciphers from the page, as it does over plain http
 */
export function backupTroubleOf(error) {
  const trouble = troubleOf(error);
  return trouble === "broken" && !crypto.subtle ? "insecure" : trouble;
}
