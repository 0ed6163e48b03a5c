/** What our modules import from the front end that Reflex generates. */
declare module "$/utils/context-registry" {
  export const ColorModeContext: import("react").Context<unknown>;
}

/** The logic that pwa_app/logic compiles, as far as our modules call it. */
declare module "$/utils/logic/finder.js" {
  type Wanted = import("../../pwa_app/pages/browser/finder_types").Wanted;
  type FinderCard = import("../../pwa_app/pages/browser/finder_types").FinderCard;
  export function find(
    cards: FinderCard[],
    wanted: Wanted,
  ): { exact: boolean; rows: { id: string; misses: string[] }[] };
  export function narrowed(wanted: Wanted): boolean;
  export function pick(ids: string[], chance: number, last: string): string;
  export function shared_text(wanted: Wanted): string;
  export function wanted_from(text: string, known: Record<string, string[]>): Wanted;
}
declare module "$/utils/logic/ranking.js" {
  type Scores = Record<string, { score: number; times: number; feeling: string }>;
  export function card_scores(
    outcomes: { card: string; helped: number; feeling: string; days: number }[],
    feeling: string,
  ): Scores;
  export function in_order<Card extends { id: string; ease: number }>(
    cards: Card[],
    scores: Scores,
  ): Card[];
}
declare module "$/utils/logic/log_choices.js" {
  type Choice = { value: string; label: string };
  export function tried_last(
    outcomes: { card: string }[],
    names: Record<string, string>,
  ): Choice[];
  export function best_card<Card extends { id: string }>(
    cards: Card[],
    scores: Record<string, { times: number }>,
  ): Card | null;
}

/** What pwa_app/pages/plugin.py and pwa_app/device/plugin.py write at build time. */
declare module "$/utils/pages/cards.json" {
  const data: import("../../pwa_app/pages/browser/finder_types").CardData;
  export default data;
}
declare module "$/utils/pages/own_lead" {
  export function ownLead(): { type: string; from: string; to: string } | null;
}
declare module "$/utils/pages/storage_name" {
  export const STORAGE_NAME: string;
}
declare module "$/utils/pages/store" {
  export const records: import("../../pwa_app/device/browser/records").Records;
}

declare module "$/utils/pages/insight_words.json" {
  const words: import("../../pwa_app/pages/browser/log_types").InsightWords;
  export default words;
}
declare module "$/utils/logic/days.js" {
  export function date_of(day: number): string;
  export function weekday_of(day: number): number;
  export function day_number(date: string): number;
  export function span_of(
    days: number,
    today: number,
    earliest: number,
  ): import("../../pwa_app/pages/browser/log_types").Span;
}
declare module "$/utils/logic/over_time.js" {
  type Bin = import("../../pwa_app/pages/browser/log_types").Bin;
  export function bins_of(
    entries: import("../../pwa_app/pages/browser/log_types").CountedEntry[],
    first: number,
    last: number,
    width: number,
  ): Bin[];
  export function chart_of(
    bins: Bin[],
    field: "mood" | "urge",
    span: import("../../pwa_app/pages/browser/log_types").Span,
    least: number,
    most: number,
  ): import("../../pwa_app/pages/browser/log_types").Chart;
}
declare module "$/utils/logic/rhythm.js" {
  export function rhythm(
    entries: import("../../pwa_app/pages/browser/log_types").CountedEntry[],
    field: "mood" | "urge",
    kind: "weekday" | "part",
  ): import("../../pwa_app/pages/browser/log_types").Group[];
}
declare module "$/utils/logic/together.js" {
  type Entries = import("../../pwa_app/pages/browser/log_types").CountedEntry[];
  export function around(entries: Entries): {
    key: string;
    entries: number;
    strong: number;
    others: number;
    others_strong: number;
    stands: boolean;
  }[];
  export function helped(
    answers: { card: string; helped: number }[],
    entries: Entries,
  ): { key: string; times: number; helped: number; noted: number }[];
  export function feelings(entries: Entries): { key: string; entries: number; of: number }[];
}
declare module "$/utils/pages/log_file_words.json" {
  const words: import("../../pwa_app/pages/browser/log_types").FileWords;
  export default words;
}
declare module "$/utils/logic/week_table.js" {
  export function day_rows(
    entries: import("../../pwa_app/pages/browser/log_types").CountedEntry[],
    first: number,
    last: number,
    width: number,
  ): {
    day: number;
    entries: number;
    low: number | null;
    high: number | null;
    urge: number | null;
    feelings: string[];
    triggers: string[];
    helped: string[];
  }[];
}
declare module "$/utils/logic/log_file.js" {
  type Row = Record<string, unknown>;
  type ReadEntry = import("../../pwa_app/pages/browser/log_types").ReadEntry;
  interface Read {
    entry?: import("../../pwa_app/pages/browser/log_types").TimedEntry;
    reason?: string;
    value?: string;
    own_mood?: string;
  }
  export function columns(): string[];
  export function cells_of(entry: Row, wanted: string[]): string[];
  export function kind_of(headings: string[]): "" | "own" | "daylio";
  export function read_daylio(row: Row): Read;
  export function read_own(row: Row): Read;
  export function sorted_out(
    found: ReadEntry[],
    kept: object[],
  ): { fresh: ReadEntry[]; already: ReadEntry[] };
}
declare module "$/utils/logic/table_text.js" {
  export function joined_words(words: string[]): string;
  export function split_words(text: string): string[];
  export function table_rows(text: string): { line: number; cells: string[] }[];
  export function table_text(rows: string[][]): string;
}
declare module "$/utils/logic/calendar_file.js" {
  export function calendar_text(
    reminders: { uid: string; time: string; weekdays: number[] }[],
    words: string[],
    today: number,
    stamp: string,
  ): string;
}
declare module "$/utils/logic/plan.js" {
  type Contact = import("../../pwa_app/pages/browser/plan_types").Contact;
  type PlanPart = import("../../pwa_app/pages/browser/plan_types").PlanPart;
  export function in_places(contacts: Contact[], keys: string[]): { id: string; place: number }[];
  export function lines_of(text: string | null): string[];
  export function people_of(
    contacts: Contact[],
    part: string,
  ): import("../../pwa_app/pages/browser/plan_types").Person[];
  export function plan_parts(
    plan: Record<string, unknown> | null,
    contacts: Contact[],
    headings: import("../../pwa_app/pages/browser/plan_types").Heading[],
  ): PlanPart[];
  export function plan_text(title: string, parts: PlanPart[]): string;
  export function toggled_line(text: string, line: string): string;
}
declare module "$/utils/pages/backup_words.json" {
  const words: import("../../pwa_app/pages/browser/backup_page_types").BackupWords;
  export default words;
}
declare module "$/utils/logic/backup.js" {
  export const decided: import("../../pwa_app/device/browser/backup_types").Decide;
  export function strength(passphrase: string): "none" | "short" | "fair" | "good";
  export function due_since(weeks: number, last: number, chosen: number, now: number): number;
}
