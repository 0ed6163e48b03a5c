/** @import { FinderState } from "./finder_types" */
/** @typedef {typeof import("./finder_answers")} Answers */
/** The form around the finder's controls; what takes longer to load comes when it is needed. */
import { createElement, useLayoutEffect, useRef } from "react";
import { narrowed, shared_text, wanted_from } from "$/utils/logic/finder.js";
import { STORAGE_NAME } from "$/utils/pages/storage_name";
import { readWanted, writeWanted } from "./finder_controls";
import {
  AT_ONCE,
  changeFinder,
  finderState,
  remember,
  remembered,
  resetFinder,
  useFinder,
} from "./finder_state";

/** @type {Answers | undefined} */
let loaded;

/** @type {FinderSession | undefined} */
let open;

/**
 * @param {{
 *   known: Record<string, string[]>, address: string, children?: import("react").ReactNode,
 * } & Record<string, unknown>} props `known` are the keys of each filter, `address` is where
 *   a shared link leads
 */
export function Finder({ known, address, children, ...rest }) {
  const element = useRef(/** @type {HTMLFormElement | null} */ (null));
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const session = new FinderSession(element.current, known, address);
    open = session;
    session.open();
    return () => session.close();
  }, []);
  const active = useFinder("active") || undefined;
  const form = { ...rest, ref: element, method: "dialog", "data-active": active };
  return createElement("form", form, children);
}

/** Picks one card of those that fit, another one each time. */
export function pickOne() {
  void open?.pick();
}

/** Takes every choice back. */
export function clearFinder() {
  open?.clear();
}

/** Shows more of the cards that fit. */
export function showMore() {
  void open?.showMore();
}

/** Offers a link to these filters; it holds nothing else. */
export function shareFilters() {
  void open?.share();
}

/** One finder from the moment its page is shown to the moment it is left. */
class FinderSession {
  #touched = false;
  #closed = false;
  #turn = 0;
  /** Once what was asked before is back: what is picked or shared earlier would go with it. */
  #begun = Promise.resolve();
  /** The feeling whose list is looked at. */
  #shown = "";

  /**
   * @param {HTMLFormElement} element
   * @param {Record<string, string[]>} known
   * @param {string} address
   */
  constructor(element, known, address) {
    this.element = element;
    this.known = known;
    this.address = address;
  }

  open() {
    this.element.addEventListener("input", this.#onInput);
    this.element.addEventListener("focusin", this.#onFocus);
    this.element.addEventListener("submit", this.#onSubmit);
    this.#shown = readWanted(this.element).wanted.feeling;
    this.#touched = this.#shown !== "";
    changeFinder({ ready: true });
    if (loaded) this.#begin();
    else this.#begun = this.#prepare().then(() => this.#begin());
  }

  close() {
    this.#closed = true;
    loaded?.unfollow();
    resetFinder();
  }

  async showMore() {
    await this.#begun;
    changeFinder({ limit: finderState().limit + AT_ONCE });
    const { wanted, words } = readWanted(this.element);
    remember(wanted, words, this.#touched);
    this.#answer();
  }

  async pick() {
    await this.#begun;
    const { wanted, words } = readWanted(this.element);
    const last = finderState().picked?.id ?? "";
    await this.#show(async (answers) => ({
      picked: await answers.pickFrom(wanted, words, last),
    }));
  }

  clear() {
    this.#touched = true;
    const nothing = wanted_from("", this.known);
    writeWanted(this.element, nothing, "");
    this.#changed();
    this.element.querySelector("input")?.focus();
  }

  async share() {
    await this.#begun;
    const text = shared_text(readWanted(this.element).wanted);
    const link = `${location.origin}${this.address}${text && "#"}${text}`;
    changeFinder({ link, copied: false });
    try {
      await navigator.clipboard.writeText(link);
      changeFinder({ copied: true });
    } catch {
      // The link is shown as text as well, to be copied by hand.
    }
  }

  /** Loads what cards have helped, where the phone may keep any. */
  async #prepare() {
    try {
      if (await mayBeKept()) await load();
    } catch {
      // Without a network, at first: the prerendered lists stay as they are.
    }
  }

  /** Puts back what was asked before, unless the person was faster. */
  #begin() {
    if (this.#closed) return;
    const before = this.#fromLink() ?? remembered();
    if (loaded) changeFinder({ lists: this.#lists(loaded) });
    if (before && !this.#touched) writeWanted(this.element, before.wanted, before.words);
    loaded?.follow(() => this.#answer());
    this.#changed(this.#touched ? AT_ONCE : before?.limit);
  }

  /** Filters of a shared link, or the id of a feeling; they leave the address once read. */
  #fromLink() {
    const text = location.hash.slice(1).replace(/^feeling-/, "feeling=");
    if (!text.includes("=")) return null;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#touched = false;
    return { wanted: wanted_from(text, this.known), words: "", limit: AT_ONCE };
  }

  #onInput = () => {
    this.#touched = true;
    this.#changed();
  };

  /** @param {FocusEvent} event */
  #onFocus = (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.type === "search") {
      void load().then((answers) => answers.prepareSearch());
    }
  };

  /** @param {Event} event */
  #onSubmit = (event) => event.preventDefault();

  /** @param {number} limit how many cards to show */
  #changed(limit = AT_ONCE) {
    const { wanted, words } = readWanted(this.element);
    this.#makeRoom(words !== "");
    changeFinder({ picked: null, link: "", copied: false, limit });
    remember(wanted, words, this.#touched);
    if (!loaded) this.#shown = wanted.feeling;
    else if (wanted.feeling !== this.#shown) changeFinder({ lists: this.#lists(loaded) });
    this.#answer();
  }

  /**
   * On a phone the keyboard covers half of the screen: the field goes to its top, and styles put
   * the answer right under it.
   * @param {boolean} searching
   */
  #makeRoom(searching) {
    const began = searching && !this.element.hasAttribute("data-searching");
    this.element.toggleAttribute("data-searching", searching);
    const field = document.activeElement;
    if (began && field instanceof HTMLInputElement && this.element.contains(field)) {
      field.closest(".search-first > .field")?.scrollIntoView();
    }
  }

  #answer() {
    const { wanted, words } = readWanted(this.element);
    const turn = ++this.#turn;
    if (words === "" && !narrowed(wanted)) changeFinder({ active: false });
    else {
      void this.#show(async (answers) => {
        const answer = await answers.answerTo(wanted, words, finderState().limit);
        // An answer to an earlier question is dropped.
        return turn === this.#turn ? { active: true, ...answer } : {};
      });
    }
  }

  /** @param {(answers: Answers) => Promise<Partial<FinderState>>} work */
  async #show(work) {
    /** @type {Partial<FinderState>} */
    let change = { broken: true };
    try {
      change = { broken: false, ...(await work(await load())) };
    } catch (error) {
      console.warn("finder:", error);
    }
    if (!this.#closed) changeFinder(change);
  }

  /**
   * The cards for every feeling; the list that is looked at stays as it is, so that nothing moves
   * under a finger.
   * @param {Answers} answers
   */
  #lists(answers) {
    const shown = readWanted(this.element).wanted.feeling;
    const lists = { ...answers.listsByFeeling(this.known.feeling) };
    const before = finderState().lists[shown];
    if (shown === this.#shown && before) lists[shown] = before;
    else if (shown === this.#shown) delete lists[shown];
    this.#shown = shown;
    return lists;
  }
}

/** Loads the cards, and what the phone keeps about them. */
async function load() {
  const answers = await import("./finder_answers");
  await answers.ready();
  loaded = answers;
  return answers;
}

/** Whether the phone may keep something of this app; a first visit loads nothing more. */
async function mayBeKept() {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === STORAGE_NAME);
  } catch {
    return true;
  }
}
