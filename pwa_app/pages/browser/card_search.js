/** @import { FinderCard } from "./finder_types" */
/** Search in titles, steps and tags, with no network, forgiving slips of the finger. */
import MiniSearch from "minisearch";

const FIELDS = ["title", "details", "text"];

/** @type {MiniSearch<FinderCard> | undefined} */
let index;
/** @type {FinderCard[] | undefined} */
let indexed;

/**
 * The cards that have all of the words, or else any of them; the best first.
 * @param {FinderCard[]} cards
 * @param {string} words
 * @returns {FinderCard[]}
 */
export function search(cards, words) {
  const index = indexOf(cards);
  const all = index.search(words, { combineWith: "AND" });
  const hits = all.length > 0 ? all : index.search(words);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return hits.flatMap(({ id }) => byId.get(id) ?? []);
}

/**
 * The index of these cards, made anew only for another list of cards.
 * @param {FinderCard[]} cards
 */
export function indexOf(cards) {
  if (!index || cards !== indexed) {
    index = new MiniSearch({ fields: FIELDS, searchOptions: OPTIONS });
    index.addAll(cards);
    indexed = cards;
  }
  return index;
}

/** One slip in five letters; short words must be right. */
const OPTIONS = {
  boost: { title: 3 },
  prefix: true,
  /** @param {string} term */
  fuzzy: (term) => (term.length > 3 ? 0.25 : false),
};
