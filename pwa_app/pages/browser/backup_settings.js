/** Which choices kept in web storage go into a backup. */
import { STORAGE_NAME } from "$/utils/pages/storage_name";

export const SETTINGS = {
  prefix: `${STORAGE_NAME}:`,
  /**
   * Of this phone alone: what was said of installing, under which name, when it was backed up, how
   * it is locked.
   */
  leftOut: ["install", "look", "backup", "lock", "vault"],
};
