import { createElement, useDeferredValue, useMemo, useState } from "react";
import { useHydrated } from "./hydrated";

/**
 * @typedef {{
 *   title: string, detail: string, href: string, more: string, country?: string,
 * }} Entry
 * @typedef {Entry & { words: string[] }} Indexed
 */

const MOST = 12;

/**
 * A field to search a list by words: what is found takes the place of the children.
 * @param {{
 *   entries: Entry[],
 *   wordsOf: (text: string) => string[],
 *   find: (entries: Indexed[], words: string[], most: number) => Entry[],
 *   name: string, label: string, none: string,
 *   children?: import("react").ReactNode,
 * }} props
 */
export function SearchList({ entries, wordsOf, find, name, label, none, children }) {
  const [text, setText] = useState("");
  const asked = useDeferredValue(text);
  const words = useMemo(() => wordsOf(asked), [wordsOf, asked]);
  const indexed = useIndex(entries, wordsOf, words.length > 0);
  const results = useMemo(() => find(indexed, words, MOST), [find, indexed, words]);
  const ready = useHydrated();

  return [
    createElement(
      "div",
      { key: "field", className: "field js-only", role: "search" },
      createElement("label", { htmlFor: name }, label),
      createElement("input", {
        id: name,
        type: "search",
        autoComplete: "off",
        enterKeyHint: "search",
        disabled: !ready,
        value: text,
        onChange: (/** @type {import("react").ChangeEvent<HTMLInputElement>} */ event) => {
          if (text === "") makeRoom(event.target);
          setText(event.target.value);
        },
      }),
      createElement(
        "p",
        { role: "status", className: "small" },
        words.length > 0 && results.length === 0 ? none : "",
      ),
    ),
    results.length > 0
      ? createElement("ul", { key: "found", className: "items" }, results.map(item))
      : createElement("div", { key: "all" }, children),
  ];
}

/**
 * On a phone the keyboard covers half of the screen: what is found must fit in under the field.
 * @param {HTMLInputElement} field
 */
function makeRoom(field) {
  const below = (visualViewport?.height ?? innerHeight) - field.getBoundingClientRect().bottom;
  if (below < innerHeight / 2) field.parentElement?.scrollIntoView();
}

/**
 * The entries with their words, worked out when the first word is typed.
 * @param {Entry[]} entries
 * @param {(text: string) => string[]} wordsOf
 * @param {boolean} wanted
 * @returns {Indexed[]}
 */
function useIndex(entries, wordsOf, wanted) {
  return useMemo(() => {
    if (!wanted) return [];
    return entries.map((entry) => ({
      ...entry,
      words: wordsOf(`${entry.title} ${entry.detail} ${entry.more}`),
    }));
  }, [entries, wordsOf, wanted]);
}

/** @param {Entry} entry */
function item({ title, detail, href, country }) {
  return createElement(
    "li",
    { key: href },
    createElement(
      "a",
      { href, className: "item", "data-country": country },
      createElement("b", { translate: "no" }, title),
      createElement("small", {}, detail),
    ),
  );
}
