/** An entry of the log, as the phone keeps it (pwa_app/device/tables.py). */
export interface LogEntry {
  id: string;
  at: string;
  local_date: string;
  mood?: number;
  urge?: number;
  feelings?: string[];
  triggers?: string[];
  helped?: string[];
  note?: string;
}

/** An entry as the logic counts it (pwa_app/logic/over_time.py). */
export type CountedEntry = Omit<LogEntry, "id" | "at" | "local_date" | "note"> & {
  day: number;
  hour: number;
};

export interface Span {
  first: number;
  last: number;
  width: number;
}
export interface Bin {
  day: number;
  entries: number;
  mood: number | null;
  urge: number | null;
}
export interface Chart {
  points: { x: number; y: number }[];
  lines: string[];
}
export interface Group {
  days: number;
  middle: number | null;
  rest: number | null;
  stands: "" | "higher" | "lower";
}

/** The words that pages/insight_words.py gives. */
export interface InsightWords {
  names: Record<string, string>;
  moods: Record<string, string>;
  weekdays: string[];
  parts: string[];
  stands: Record<string, string>;
  width: Record<string, string>;
  middle_mood: string;
  middle_urge: string;
  too_few: string;
  no_time: string;
  around: string;
  around_none: string;
  helped: string;
  most_named: string;
  of: string;
  times: string;
  noted: string;
  urge_of_ten: string;
  nothing: string;
}

/** One line of a table: a name, what is said of it, and how long its bar is, 0 to 100. */
export interface Line {
  name: string;
  text: string;
  share: number;
}
export interface Insights {
  ready: boolean;
  trouble: string | null;
  any: boolean;
  from: string;
  to: string;
  mood: Chart;
  urge: Chart;
  days: { name: string; mood: string; urge: string }[];
  over_time: string[];
  weekdays: { name: string; mood: string; urge: string; share: number }[];
  parts: { name: string; mood: string; urge: string; share: number }[];
  rhythm: string[];
  around: Line[];
  around_said: string[];
  helped: Line[];
  helped_said: string[];
  feelings: Line[];
  feelings_said: string[];
}

/** An entry as logic/log_file.py reads it. */
export type TimedEntry = Omit<LogEntry, "id" | "at"> & { id?: string; at?: string; minute?: number };
export type ReadEntry = Omit<LogEntry, "id"> & { id?: string };

/** The words that pages/log_file_words.py gives. */
export interface FileWords {
  fresh: string;
  none: string;
  already: string;
  own_moods: string;
  done: string;
  line: string;
  entry: string;
  more: string;
  urge: string;
  reasons: Record<string, string>;
  moods: Record<string, string>;
}

export interface ImportState {
  phase: "start" | "reading" | "preview" | "unknown" | "trouble" | "done";
  trouble: string | null;
  said: string[];
  rejected: string[];
  sample: string[];
  fresh: number;
}
