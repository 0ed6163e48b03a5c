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
  type FinderCard = import("../../pwa_app/pages/browser/finder_types").FinderCard;
  type Scores = Record<string, { score: number; times: number; feeling: string }>;
  export function card_scores(
    outcomes: { card: string; helped: number; feeling: string; days: number }[],
    feeling: string,
  ): Scores;
  export function in_order(cards: FinderCard[], scores: Scores): FinderCard[];
}

/** What pwa_app/pages/plugin.py and pwa_app/device/plugin.py write at build time. */
declare module "$/utils/pages/cards.json" {
  const data: import("../../pwa_app/pages/browser/finder_types").CardData;
  export default data;
}
declare module "$/utils/device/stores/mooring" {
  export const records: import("../../pwa_app/device/browser/records").Records;
}

declare module "$/utils/pages/insight_words.json" {
  const words: import("../../pwa_app/pages/browser/log_types").InsightWords;
  export default words;
}
declare module "$/utils/logic/days.js" {
  export function date_of(day: number): string;
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
