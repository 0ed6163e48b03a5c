/** The description of a database that `pwa_app/device/schema.py` writes. */
export interface FieldSchema {
  kind: "integer" | "number" | "text" | "list" | "object" | "flag" | "bytes";
  required: boolean;
  least?: number;
  most?: number;
  longest?: number;
  /** A list of nothing but texts. */
  texts?: boolean;
  fill?: "uuid" | "utc_now" | "local_date" | "ms_now";
  pattern?: string;
  owns?: string;
}
export interface TableSchema {
  key: string;
  indexes: string[];
  fields: Record<string, FieldSchema>;
}
export interface StoreSchema {
  name: string;
  version: number;
  tables: Record<string, TableSchema>;
}
export type RecordData = Record<string, unknown>;

/** Why a value is not kept: the code picks the sentence, the limit fills it in. */
export interface Problem {
  code:
    | "empty"
    | "missing"
    | "not_a_number"
    | "not_bytes"
    | "too_small"
    | "too_large"
    | "too_long"
    | "no_match"
    | "future";
  limit?: number;
}
export type Problems = Record<string, Problem>;

/** Why writing did not work; each has its own sentence. */
export type Trouble = "full" | "blocked" | "broken" | "locked";

/** What Argon2id costs, as RFC 9106 calls it. */
export interface KeyCost {
  memoryKiB: number;
  iterations: number;
  parallelism: number;
}

/** One way to the data key: the key itself, sealed. Bytes are written as base64url. */
export type KeyWay =
  | { kind: "passcode" | "recovery"; cost: KeyCost; salt: string; sealed: string }
  | { kind: "passkey"; credential: string; salt: string; sealed: string };

/** What is readable of a vault while it is locked. */
export interface VaultHeader {
  version: 1;
  /** Which data key it is: a random name, not the key. */
  key: string;
  ways: KeyWay[];
  /** Minutes without a touch after which it locks; 0 for never. */
  minutes: number;
  /** Whether it locks when the app is hidden. */
  hiding: boolean;
}

export interface VaultState {
  /**
   * `unknown` until the database has been opened, `held` while another tab keeps it from
   * being opened, `broken` where it cannot be.
   */
  mode: "unknown" | "held" | "off" | "locked" | "open" | "broken";
  working: boolean;
  /** Why the last step did not work. */
  problem: "wrong" | "wait" | "short" | "different" | "broken" | "full" | "refused" | null;
  /** No try counts before this moment, in milliseconds since 1970. */
  until: number;
  /** A recovery code that is shown now, once. */
  code: string | null;
  /** What was done last. */
  said: "on" | "off" | "changed" | "choices" | "passkey" | "no_passkey" | null;
  minutes: number;
  hiding: boolean;
  /** Whether there is a recovery code, and a passkey. */
  recovery: boolean;
  passkey: boolean;
}

export interface FormState {
  /** False until the form can be used. */
  ready: boolean;
  phase: "editing" | "saving" | "saved" | "trouble";
  trouble: Trouble | null;
  problems: Problems;
  /** The answered controls, as text. */
  values: Record<string, string[]>;
  /** Of those, the words of one's own, by list. */
  held: Record<string, string[]>;
  /** What was typed earlier and has been put back. */
  restored: boolean;
  /** A kept record is being changed, rather than a new one made. */
  changing: boolean;
  /** The record as it was saved last. */
  saved: RecordData | null;
  /** How the person got a copy of what they typed. */
  rescued: "copied" | "not_copied" | "file" | null;
}

/** One value that a page shows and changes. */
export interface LiveValue {
  /** False until it has been read. */
  ready: boolean;
  trouble: Trouble | null;
  value: RecordData | null;
  change: (step: (value: RecordData | null) => RecordData | null) => void;
  /** Also adds a record to another table: both or neither. */
  changeAndAdd: (
    table: string,
    recordOf: (value: RecordData | null) => RecordData,
    step: (value: RecordData | null) => RecordData | null,
  ) => void;
}
