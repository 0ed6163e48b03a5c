/** The description of a database that `pwa_app/device/schema.py` writes. */
export interface FieldSchema {
  kind: "integer" | "number" | "text" | "list" | "object" | "flag";
  required: boolean;
  least?: number;
  most?: number;
  longest?: number;
  /** A list of nothing but texts. */
  texts?: boolean;
  fill?: "uuid" | "utc_now" | "local_date";
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
  code: "empty" | "missing" | "not_a_number" | "too_small" | "too_large" | "too_long" | "future";
  limit?: number;
}
export type Problems = Record<string, Problem>;

/** Why writing did not work; `full`, `blocked` and `broken` each have their own sentence. */
export type Trouble = "full" | "blocked" | "broken";

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
