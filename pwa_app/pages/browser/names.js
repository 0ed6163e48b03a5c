/** @import { CardData } from "./finder_types" */
/** @import { Records } from "../../device/browser/records" */
/** What the keys in an entry are called: feelings, cards, own cards; own words are their name. */
import { useEffect, useMemo, useState } from "react";
import { useSpan } from "$/utils/device/span";

/**
 * @param {Records} records
 * @param {Record<string, string>} labels
 * @returns {(key: string) => string}
 */
export function useNames(records, labels) {
  const [data, setData] = useState(/** @type {CardData | null} */ (null));
  const own = useSpan(records, "OwnCard", "at", "", "\uffff").rows;
  useEffect(() => {
    void import("$/utils/pages/cards.json").then((loaded) => setData(loaded.default));
  }, []);
  return useMemo(() => {
    const names = new Map(Object.entries(labels));
    for (const { id, title } of data?.cards ?? []) names.set(id, title);
    for (const { id, title } of own) names.set(String(id), String(title));
    return (key) => names.get(key) ?? key;
  }, [data, own, labels]);
}
