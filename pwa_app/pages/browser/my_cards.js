/** @import { CardData, CardMark, FinderCard, OwnCard, Row } from "./finder_types" */
/** The cards that carry a mark, with what the cards' data says of them. */
import { useEffect, useState } from "react";
import { asFinderCard } from "./own_cards";

/** @typedef {Row & { above: string, below: string }} Marked */

/**
 * @param {CardMark[]} marks
 * @param {OwnCard[]} own
 * @returns {{ ready: boolean, favourites: Marked[], hidden: Marked[] }} favourites in their order,
 *   each with the ids of its neighbours
 */
export function useMarkedCards(marks, own) {
  const [data, setData] = useState(/** @type {CardData | null} */ (null));
  useEffect(() => {
    void import("$/utils/pages/cards.json").then((loaded) => setData(loaded.default));
  }, []);
  if (!data) return { ready: false, favourites: [], hidden: [] };
  const cards = [...own.map((card) => asFinderCard(card, data.words)), ...data.cards];
  const favourites = marks.filter((mark) => mark.favourite !== undefined);
  favourites.sort((one, other) => (one.favourite ?? 0) - (other.favourite ?? 0));
  const hidden = marks.filter((mark) => mark.hidden);
  return { ready: true, favourites: marked(cards, favourites), hidden: marked(cards, hidden) };
}

/**
 * @param {FinderCard[]} cards
 * @param {CardMark[]} marks
 * @returns {Marked[]}
 */
function marked(cards, marks) {
  const known = marks.flatMap((mark) => cards.find((card) => card.id === mark.card) ?? []);
  return known.map(({ id, href, title, details }, at) => ({
    id,
    href,
    title,
    details,
    note: "",
    kinds: "",
    above: known[at - 1]?.id ?? "",
    below: known[at + 1]?.id ?? "",
  }));
}

/**
 * Shows what the end of the address names, once it is there.
 * @param {{ ready: boolean }} props
 */
export function ShowNamed({ ready }) {
  useEffect(() => {
    if (ready && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
  return null;
}
