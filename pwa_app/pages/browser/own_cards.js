/** @import { CardData, FinderCard, OwnCard } from "./finder_types" */

/**
 * An own card as the finder sees it: it fits every place and time.
 * @param {OwnCard} own
 * @param {CardData["words"]} words
 * @returns {FinderCard}
 */
export function asFinderCard({ id, title, steps, feelings }, words) {
  return {
    id,
    href: `${words.mine}#own-${id}`,
    title,
    details: words.own,
    feelings: feelings ?? [],
    places: [],
    energy: "any",
    needs: [],
    least: 0,
    ease: 0,
    cautions: [],
    text: steps ?? "",
  };
}
