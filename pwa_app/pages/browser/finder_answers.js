/** @import { Answer, FinderCard, Kept, Row, Wanted } from "./finder_types" */
/** What the finder answers: loaded when it is asked for more than a feeling, or cards have marks. */
import data from "$/utils/pages/cards.json";
import { find, pick } from "$/utils/logic/finder.js";
import { card_scores, in_order } from "$/utils/logic/ranking.js";
import { followKept } from "./card_records";
import { asFinderCard } from "./own_cards";

const DAY_MS = 86_400_000;
const CARDS_A_FEELING = 5;
/** So many cards are offered where no card has the words. */
const OTHERS = 6;

/** @type {Kept} */
let kept = { marks: [], outcomes: [], own: [] };
/** @type {(() => void) | undefined} */
let tell;
/** @type {Promise<unknown> | undefined} */
let reading;
/** @type {Promise<typeof import("./card_search")> | undefined} */
let searching;

/** Waits until what the phone keeps has been read, or could not be. */
export function ready() {
  reading ??= followKept((now) => {
    kept = now;
    tell?.();
  });
  return reading;
}

/** @param {() => void} listener called whenever what the phone keeps changes */
export function follow(listener) {
  tell = listener;
}

export function unfollow() {
  tell = undefined;
}

/** Loads the search and makes its index before the first letter is typed. */
export async function prepareSearch() {
  (await loadSearch()).indexOf(shownCards());
}

function loadSearch() {
  searching ??= import("./card_search");
  return searching;
}

/**
 * @param {Wanted} wanted
 * @param {string} words
 * @param {number} limit so many rows are made at most
 * @returns {Promise<Answer>}
 */
export async function answerTo(wanted, words, limit) {
  const cards = shownCards();
  const hits = words ? (await loadSearch()).search(cards, words) : null;
  const scores = card_scores(agedOutcomes(), wanted.feeling);
  const among = hits?.length ? hits : in_order(cards, scores);
  const found = find(among, wanted);
  const known = hits?.length !== 0;
  // With words that no card has, what is offered is no answer to them.
  const count = known ? found.rows.length : Math.min(found.rows.length, OTHERS);
  const shown = found.rows.slice(0, Math.min(count, limit));
  const byId = new Map(among.map((card) => [card.id, card]));
  const rows = shown.map(({ id, misses }) => {
    const card = /** @type {FinderCard} */ (byId.get(id));
    const missed = misses.map((miss) => data.words.misses[miss]).join(" · ");
    return rowOf(card, missed || helpedNote(scores, id));
  });
  return { exact: found.exact && known, known, count, rows };
}

/**
 * @param {Wanted} wanted
 * @param {string} words
 * @param {string} last the card picked before, or ""
 * @returns {Promise<Row | null>} null when every card is hidden
 */
export async function pickFrom(wanted, words, last) {
  const { rows } = await answerTo(wanted, words, Infinity);
  if (rows.length === 0) return null;
  const id = pick(rows.map((row) => row.id), Math.random(), last);
  return rows.find((row) => row.id === id) ?? null;
}

/**
 * The first cards for each feeling, what has helped before first; empty while nothing has.
 * @param {string[]} feelings
 * @returns {Record<string, Row[]>}
 */
export function listsByFeeling(feelings) {
  if (kept.outcomes.length === 0) return {};
  const outcomes = agedOutcomes();
  const cards = shownCards();
  return Object.fromEntries(
    feelings.map((feeling) => {
      const scores = card_scores(outcomes, feeling);
      const fitting = cards.filter((card) => card.feelings.includes(feeling));
      const first = in_order(fitting, scores).slice(0, CARDS_A_FEELING);
      return [feeling, first.map((card) => rowOf(card, helpedNote(scores, card.id)))];
    }),
  );
}

/** Every card that is not hidden, by the person or by a switch for safety; own cards first. */
function shownCards() {
  const hidden = new Set(kept.marks.filter((mark) => mark.hidden).map((mark) => mark.card));
  const own = kept.own.map((card) => asFinderCard(card, data.words));
  return [...own, ...data.cards].filter(
    (card) => !hidden.has(card.id) && !card.cautions.some(isAvoided),
  );
}

/** @param {string} caution */
function isAvoided(caution) {
  return document.documentElement.hasAttribute(`data-hide-${caution.replace("_", "-")}`);
}

/** The answers to "Did it help?" with their age in whole days. */
function agedOutcomes() {
  const now = Date.now();
  return kept.outcomes.map(({ card, helped, feeling, at }) => ({
    card,
    helped,
    feeling: feeling ?? "",
    days: Math.floor((now - Date.parse(at)) / DAY_MS),
  }));
}

/**
 * @param {FinderCard} card
 * @param {string} note
 * @returns {Row}
 */
function rowOf({ id, href, title, details, cautions }, note) {
  const kinds = cautions.map((caution) => `c-${caution}`).join(" ");
  return { id, href, title, details, note, kinds };
}

/**
 * @param {ReturnType<typeof card_scores>} scores
 * @param {string} id
 */
function helpedNote(scores, id) {
  const known = scores[id];
  if (!known || known.times === 0) return "";
  const [once, twice, more] = data.words.helped[known.feeling];
  if (known.times === 1) return once;
  return known.times === 2 ? twice : more.replace("{count}", String(known.times));
}
