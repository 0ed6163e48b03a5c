import type { RecordData } from "./types";

/** The header of a sealed backup. */
export interface BackupHead {
  schema: number;
  app: string;
  /** UTC, ISO 8601. */
  created: string;
  cost: { memoryKiB: number; iterations: number; parallelism: number };
  salt: Uint8Array;
  /** Bytes in each chunk but the last. */
  chunk: number;
  nonce: Uint8Array;
}

/** The first line of what is backed up. */
export interface ContentHead {
  schema: number;
  app: string;
  created: string;
}

/** What a few lines of a backup hold. */
export interface Batch {
  rows: Record<string, RecordData[]>;
  settings: Record<string, string>;
  /** Rows that this version of the app cannot keep. */
  unfit: number;
}

/** What bytes a backup is read from, a piece at a time; null at the end. */
export interface Pieces {
  next: () => Promise<Uint8Array | null>;
}

/** Where a backup's pieces go. */
export interface Sink {
  write: (bytes: Uint8Array) => Promise<void>;
  /** The whole of it. */
  end: () => Promise<Blob>;
}

/** Which entries of web storage belong to a backup. */
export interface Settings {
  prefix: string;
  /** What the names of those start with that are of this phone only. */
  leftOut: string[];
}

/** What becomes of a record that is in the backup, and perhaps on the phone (logic/backup.py). */
export type Fate = "new" | "same" | "newer" | "kept";
export type Decide = (here: boolean, same: boolean, foundAt: string, keptAt: string) => Fate;

/** What a backup holds of one table, and what is on the phone. */
export interface TableCount {
  table: string;
  found: number;
  here: number;
  fates: Record<Fate, number>;
}
export interface Contents {
  head: ContentHead;
  tables: TableCount[];
  settings: number;
  unfit: number;
}
