/** @import { Kept } from "./finder_types" */
/** What the phone keeps about cards, followed while the tab is open. */
import { hideCards } from "./hidden_cards";

const TABLES = /** @type {const} */ ({
  marks: "CardMark",
  outcomes: "CardOutcome",
  own: "OwnCard",
});

/**
 * Resolves when everything has been read once; where nothing can be read, all stays empty.
 * @param {(kept: Kept) => void} listener
 * @returns {Promise<unknown>}
 */
export async function followKept(listener) {
  const [{ records }, { follow }] = await Promise.all([
    import("$/utils/pages/store"),
    import("$/utils/device/live"),
  ]);
  /** @type {Kept} */
  let kept = { marks: [], outcomes: [], own: [] };
  return Promise.all(
    Object.entries(TABLES).map(
      ([name, table]) =>
        new Promise((resolve) => {
          follow(records, table, (rows) => {
            kept = { ...kept, [name]: rows };
            if (name === "marks") hideCards(kept.marks);
            listener(kept);
            resolve(undefined);
          });
        }),
    ),
  );
}
