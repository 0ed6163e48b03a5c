/** What cards are called: the app's own and the person's, read once for all that shows them. */
import { useSyncExternalStore } from "react";
import { follow } from "$/utils/device/live";
import { Shared } from "./shared";
import { records } from "$/utils/pages/store";

/** @typedef {{ ready: boolean, names: ReadonlyMap<string, string> }} Named */

/** @type {Named} */
const NOTHING = Object.freeze({ ready: false, names: new Map() });

/**
 * The name of a card by its key; until it is known, and for words of one's own, the key itself.
 * @param {{ card: string }} props
 */
export function CardName({ card }) {
  const { names } = useSyncExternalStore(cardNames.subscribe, cardNames.answer, () => NOTHING);
  return names.get(card) ?? card;
}

/** The names by the cards' keys, ready once all of them have been read. @extends {Shared<Named>} */
class CardNames extends Shared {
  #end = () => {};

  begin() {
    /** @type {Partial<Record<"titles" | "own", [string, string][]>>} */
    const read = {};
    const told = () => {
      const { titles, own } = read;
      if (titles && own) this.tell({ ready: true, names: new Map([...titles, ...own]) });
    };
    void titles().then((cards) => {
      read.titles = cards.map(({ id, title }) => [id, title]);
      told();
    });
    this.#end = follow(records, "OwnCard", (cards) => {
      read.own = cards.map(({ id, title }) => [String(id), String(title)]);
      told();
    });
  }

  end() {
    this.#end();
  }
}

export const cardNames = new CardNames(NOTHING);

async function titles() {
  try {
    return (await import("$/utils/pages/cards.json")).default.cards;
  } catch (error) {
    // Without a network, at first: a card is then shown by its key.
    console.warn("titles:", error);
    return [];
  }
}
