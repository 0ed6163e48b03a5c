/** The words that pages/backup_words.py gives. */
export interface BackupWords {
  made: string;
  empty: string;
  new: string;
  newer: string;
  kept: string;
  same: string;
  unfit: string;
  goes: string;
  tables: Record<string, string>;
  other: string;
  settings: string;
}

/** What the page shows of making a backup. */
export interface Making {
  phase: "" | "working" | "saved" | "short" | "different" | "trouble";
  trouble: string | null;
  /** How many of the records were written, from 0 to 1. */
  share: number;
  strength: "none" | "short" | "fair" | "good";
  /** Whether the passphrase can be read. */
  shown: boolean;
}

/** One line of what is in the file and what is on the phone. */
export interface Count {
  name: string;
  found: number;
  here: number;
}

/** What the page shows of bringing one back. */
export interface Restoring {
  phase: "" | "working" | "locked" | "opening" | "preview" | "confirm" | "done" | "fault" | "trouble";
  trouble: string | null;
  /** Why the file cannot be brought back (`Fault` in device/browser/backup_error.js). */
  fault: string | null;
  /** How much of the file was read, from 0 to 1. */
  share: number;
  said: string[];
  counts: Count[];
  /** Whether there is anything in the file, and on the phone. */
  any: boolean;
  anyHere: boolean;
  /** What would go if everything were replaced. */
  goes: string;
}
