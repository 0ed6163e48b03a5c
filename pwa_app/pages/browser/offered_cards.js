/** @import { FinderCard, Kept } from "./finder_types" */
/** The cards that may be offered and their order, worked out anew only when something changed. */
import data from "$/utils/pages/cards.json";
import { card_scores, in_order } from "$/utils/logic/ranking.js";
import { asFinderCard } from "./own_cards";

const DAY_MS = 86_400_000;
const CARDS_A_FEELING = 5;

/** @typedef {{ cards: FinderCard[], byId: Map<string, FinderCard> }} Offer */
/** @typedef {{ scores: ReturnType<typeof card_scores>, cards: FinderCard[] }} Order */

/** @type {{ kept: Kept, avoided: string, offer: Offer } | undefined} */
let made;
/** @type {{ offer: Offer, day: number, all: Map<string, Order>, most: Map<string, Order> }} */
let sorted = { offer: { cards: [], byId: new Map() }, day: 0, all: new Map(), most: new Map() };

/**
 * Every card that is not hidden, by the person or by a switch for safety; own cards first.
 * @param {Kept} kept
 */
export function offeredCards(kept) {
  const avoided = switchedOff();
  if (made?.kept !== kept || made.avoided !== avoided) {
    made = { kept, avoided, offer: offerOf(kept) };
  }
  return made.offer;
}

/**
 * The offered cards, what has helped before first, with what is known of those.
 * @param {Kept} kept
 * @param {string} feeling
 */
export function inHelpfulOrder(kept, feeling) {
  return remembered("all", kept, feeling, (cards) => cards);
}

/**
 * The first cards for a feeling, with what is known of those that have helped.
 * @param {Kept} kept
 * @param {string} feeling
 */
export function mostHelpful(kept, feeling) {
  const { scores, cards } = remembered("most", kept, feeling, (cards) =>
    cards.filter((card) => card.feelings.includes(feeling)),
  );
  return { scores, cards: cards.slice(0, CARDS_A_FEELING) };
}

/**
 * @param {"all" | "most"} kind
 * @param {Kept} kept
 * @param {string} feeling
 * @param {(cards: FinderCard[]) => FinderCard[]} choose
 */
function remembered(kind, kept, feeling, choose) {
  const offer = offeredCards(kept);
  const day = Math.floor(Date.now() / DAY_MS);
  if (sorted.offer !== offer || sorted.day !== day) {
    sorted = { offer, day, all: new Map(), most: new Map() };
  }
  let order = sorted[kind].get(feeling);
  if (!order) {
    const scores = card_scores(agedOutcomes(kept), feeling);
    order = { scores, cards: in_order(choose(offer.cards), scores) };
    sorted[kind].set(feeling, order);
  }
  return order;
}

/** @param {Kept} kept */
function offerOf(kept) {
  const hidden = new Set(kept.marks.filter((mark) => mark.hidden).map((mark) => mark.card));
  const own = kept.own.map((card) => asFinderCard(card, data.words));
  const cards = [...own, ...data.cards].filter(
    (card) => !hidden.has(card.id) && !card.cautions.some(isAvoided),
  );
  return { cards, byId: new Map(cards.map((card) => [card.id, card])) };
}

/** The attributes in which the switches for safety stand. */
function switchedOff() {
  const names = document.documentElement.getAttributeNames();
  return names.filter((name) => name.startsWith("data-hide-")).join();
}

/** @param {string} caution */
function isAvoided(caution) {
  return document.documentElement.hasAttribute(`data-hide-${caution.replace("_", "-")}`);
}

/**
 * The answers to "Did it help?" with their age in whole days.
 * @param {Kept} kept
 */
function agedOutcomes(kept) {
  const now = Date.now();
  return kept.outcomes.map(({ card, helped, feeling, at }) => ({
    card,
    helped,
    feeling: feeling ?? "",
    days: Math.floor((now - Date.parse(at)) / DAY_MS),
  }));
}
