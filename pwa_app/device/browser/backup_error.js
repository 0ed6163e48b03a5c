/**
 * Why a file cannot be brought back. The code picks the sentence:
 * `foreign`, no backup at all; `log`, a copy of the log alone; `newer`, from a later version of the
 * app; `passphrase`, not the right one; `truncated`, its end is missing; `damaged`, changed since
 * it was made; `refused`, made to do harm, or too much for this phone.
 * @typedef {"foreign" | "log" | "newer" | "passphrase" | "truncated" | "damaged" | "refused"} Fault
 */

/** A file that is no whole backup of this app. */
export class BackupError extends Error {
  /** @param {Fault} fault */
  constructor(fault) {
    super(`the backup is ${fault}`);
    this.name = "BackupError";
    this.fault = fault;
  }
}
