/** @import { Answer, FinderCard, Kept, Row, Wanted } from "./finder_types" */
/** @import { Order } from "./offered_cards" */
/** What the finder answers: loaded when it is asked for more than a feeling, or cards have marks. */
import data from "$/utils/pages/cards.json";
import { find, pick } from "$/utils/logic/finder.js";
import { followKept } from "./card_records";
import { inHelpfulOrder, mostHelpful, offeredCards } from "./offered_cards";

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
  (await loadSearch()).indexOf(offeredCards(kept).cards);
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
  const { cards, byId } = offeredCards(kept);
  const hits = words ? (await loadSearch()).search(cards, words) : null;
  const { scores, cards: ordered } = inHelpfulOrder(kept, wanted.feeling);
  const found = find(hits?.length ? hits : ordered, wanted);
  const known = hits?.length !== 0;
  // With words that no card has, what is offered is no answer to them.
  const count = known ? found.rows.length : Math.min(found.rows.length, OTHERS);
  const rows = found.rows.slice(0, Math.min(count, limit)).map(({ id, misses }) => {
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
  return Object.fromEntries(
    feelings.map((feeling) => {
      const { scores, cards } = mostHelpful(kept, feeling);
      return [feeling, cards.map((card) => rowOf(card, helpedNote(scores, card.id)))];
    }),
  );
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
 * @param {Order["scores"]} scores
 * @param {string} id
 */
function helpedNote(scores, id) {
  const known = scores[id];
  if (!known || known.times === 0) return "";
  const [once, twice, more] = data.words.helped[known.feeling];
  if (known.times === 1) return once;
  return known.times === 2 ? twice : more.replace("{count}", String(known.times));
}
