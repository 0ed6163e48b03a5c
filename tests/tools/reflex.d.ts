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
declare module "$/utils/device/stores/mooring" {
  export const records: import("../../pwa_app/device/browser/records").Records;
}
