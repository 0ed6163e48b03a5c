/** What the vault is called by its parts, those that are always there and those that come later. */

/** The table that is readable without a key. */
export const VAULT_TABLE = "Vault";

/**
 * The row that says by which key a table is sealed, and which state its index is in. The names of
 * sealed records have only letters, digits, "-" and "_".
 */
export const MARK = "~";

/** The vault is locked, so nothing can be written. */
export class LockedError extends Error {
  constructor() {
    super("The vault is locked.");
    this.name = "LockedError";
  }
}

/** Another tab has turned the vault on or off, or changed its key. */
export class VaultChangedError extends Error {
  constructor() {
    super("The vault was changed in another tab.");
    this.name = "VaultChangedError";
  }
}
