/** The form that searches the log; what is searched for is forgotten with the page. */
import { createElement, useEffect, useRef, useSyncExternalStore } from "react";

/** @typedef {{ words: string, moods: string[], tag: string, strong: boolean, noted: boolean }} Wanted */

const PAUSE_MS = 200;

/** @type {Wanted | null} */
let searched = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** What is searched for; null before anything was. */
export function useSearched() {
  return useSyncExternalStore(subscribe, () => searched, () => null);
}

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param {Wanted | null} wanted */
function search(wanted) {
  searched = wanted;
  for (const listener of listeners) listener();
}

/** @param {{ children?: import("react").ReactNode } & Record<string, unknown>} props */
export function SearchForm({ children, ...rest }) {
  const element = useRef(/** @type {HTMLFormElement | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const read = () => {
    if (element.current) search(wantedIn(new FormData(element.current)));
  };
  useEffect(() => {
    // What was typed before React came, or put back by the browser, counts too.
    read();
    return () => {
      clearTimeout(timer.current);
      search(null);
    };
  }, []);
  return createElement(
    "form",
    {
      ...rest,
      ref: element,
      role: "search",
      method: "dialog",
      autoComplete: "off",
      onInput: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(read, PAUSE_MS);
      },
      onReset: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(read);
      },
      onSubmit: (/** @type {import("react").FormEvent} */ event) => {
        event.preventDefault();
        read();
      },
    },
    children,
  );
}

/**
 * @param {FormData} answers
 * @returns {Wanted}
 */
function wantedIn(answers) {
  return {
    words: String(answers.get("words") ?? ""),
    moods: answers.getAll("moods").map(String),
    tag: String(answers.get("tag") ?? ""),
    strong: answers.has("strong"),
    noted: answers.has("noted"),
  };
}
