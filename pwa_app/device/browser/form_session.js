/** @import { RecordData } from "./types" */
/** @import { Records } from "./records" */
import {
  changeWord,
  heldWords,
  joinedTexts,
  readControls,
  takesWords,
  takeWordsOver,
  textsOf,
  typedControls,
  writeControls,
} from "./controls";
import { troubleOf } from "./database";
import { onErased } from "./erased";
import { focusFirst, insertText, markMovedSliders } from "./form_controls";
import { FormDraft } from "./form_draft";
import { problemsFrom, recordFrom, rememberedFrom, withOthers } from "./form_record";
import { changeForm, resetForm } from "./form_state";
import { askToKeep } from "./persistence";
import { DRAFT_TABLE } from "./records";
import { copyText, saveAsFile, writtenOut } from "./rescue";

/** Keys that move a slider. */
const MOVES = /^(Arrow|Home|End|Page)/;

/** One form from the moment it is shown to the moment it is left. */
export class FormSession {
  /** @type {RecordData | undefined} */
  #kept;
  /** @type {Record<string, string[]>} */
  #newWords = {};
  #stopHearing = () => {};

  /**
   * @param {HTMLFormElement} element
   * @param {Records} records
   * @param {string} table
   * @param {string} form
   * @param {string} [key]
   * @param {string} [wordTable] where words of one's own are remembered
   * @param {{ given?: Record<string, string[]>, fixed?: RecordData, needs?: string[] }} [rules] what
   *   a new record begins with, values that every record gets, and fields of which one has to be
   *   answered
   */
  constructor(element, records, table, form, key, wordTable, rules = {}) {
    const { given = {}, fixed = {}, needs = [] } = rules;
    this.element = element;
    this.records = records;
    this.table = table;
    this.form = form;
    this.key = key;
    this.wordTable = wordTable;
    this.given = given;
    this.fixed = fixed;
    this.needs = needs;
    // What begins otherwise is another thing to write, with a draft of its own.
    const draftKey = [form, key ?? Object.values(given).flat().join(" ")].filter(Boolean).join(":");
    this.draft = new FormDraft(records, draftKey, {
      table,
      read: () => readControls(element),
      onChange: () => void this.#follow(),
      onTrouble: (error) => changeForm(form, { phase: "trouble", trouble: troubleOf(error) }),
    });
  }

  /** @param {boolean} changing a kept record is being changed */
  async open(changing) {
    this.#stopHearing = onErased(this.records, (tables) => {
      if (tables.includes(this.table)) this.#empty();
    });
    markMovedSliders(this.element);
    let restored = false;
    /** @type {import("./types").Trouble | null} */
    let trouble = null;
    try {
      this.#kept = this.key ? await this.records.get(this.table, this.key) : undefined;
      const kept = await this.draft.open();
      if (this.draft.isClosed) return;
      restored = this.#restore(kept);
    } catch (error) {
      if (this.draft.isClosed) return;
      trouble = troubleOf(error);
      restored = this.#restore(undefined);
    }
    changeForm(this.form, {
      ready: true,
      phase: trouble ? "trouble" : "editing",
      trouble,
      problems: {},
      restored,
      changing: changing && this.#kept !== undefined,
      saved: null,
      rescued: null,
      ...this.#answers,
    });
  }

  close() {
    this.draft.close();
    this.#stopHearing();
    resetForm(this.form);
  }

  /**
   * Shows the draft, with what was typed before and never kept.
   * @param {Record<string, string[]> | undefined} kept the draft as it is kept
   * @returns {boolean} whether there was any of it
   */
  #restore(kept) {
    const { unkept } = this.draft;
    this.#putBack(unkept ? this.#with(unkept, kept) : kept);
    this.draft.wasPutBack();
    if (unkept) this.#changed();
    return (unkept ?? kept) !== undefined;
  }

  /**
   * @param {{ texts: Record<string, string[]>, whole: boolean }} unkept
   * @param {Record<string, string[]> | undefined} kept
   */
  #with({ texts, whole }, kept) {
    return whole ? texts : joinedTexts(this.element, kept ?? this.#first, texts);
  }

  /**
   * Shows the draft or else the kept record, together with what was typed before it was read.
   * @param {Record<string, string[]> | undefined} draft
   * @param {Record<string, string[]>} [typed]
   */
  #putBack(draft, typed = typedControls(this.element)) {
    writeControls(this.element, joinedTexts(this.element, draft ?? this.#first, typed));
    if (Object.keys(typed).length > 0) this.#changed();
  }

  /**
   * Shows what another tab has made of the draft, with what was typed here and is not in it yet;
   * where it was saved or dropped there, it goes here too.
   */
  async #follow() {
    try {
      const kept = this.key ? await this.records.get(this.table, this.key) : undefined;
      const news = await this.draft.news();
      if (!news) return;
      this.#kept = kept ?? this.#kept;
      this.#putBack(news.values, this.draft.isKept ? {} : readControls(this.element));
      const restored = news.values !== undefined;
      changeForm(this.form, { phase: "editing", restored, ...this.#answers });
    } catch (error) {
      changeForm(this.form, { phase: "trouble", trouble: troubleOf(error) });
    }
  }

  /** @param {import("react").FormEvent} event */
  typed(event) {
    const control = event.target;
    if (!(control instanceof HTMLElement)) return;
    if (control instanceof HTMLInputElement && control.type === "range") {
      control.dataset.answered = "true";
    }
    const { word, list } = control.dataset;
    if (word && list && control instanceof HTMLInputElement) {
      changeWord(this.element, list, word, control.checked);
    }
    this.#changed();
  }

  /** @param {import("react").MouseEvent} event */
  tapped(event) {
    this.#answerSlider(event.target);
    const target = event.target instanceof Element ? event.target : null;
    const { clear, take, insert, text, rescue, dismiss } = dataOf(target);
    if (clear) this.#clear(clear);
    if (take) this.#takeWords(take);
    if (insert && insertText(this.element, insert, text ?? "")) this.#changed();
    if (rescue) void this.#rescue(rescue);
    if (dismiss !== undefined) changeForm(this.form, { phase: "editing", saved: null });
  }

  /** @param {string} name */
  #clear(name) {
    this.#takeWords();
    const { [name]: _cleared, ...others } = readControls(this.element);
    writeControls(this.element, others);
    this.#changed();
  }

  /**
   * Gives the person a copy of what they typed where nothing can be kept.
   * @param {string} way "copy" or "file"
   */
  async #rescue(way) {
    const written = writtenOut(this.element);
    if (way === "copy") {
      changeForm(this.form, { rescued: (await copyText(written)) ? "copied" : "not_copied" });
      return;
    }
    saveAsFile(written);
    changeForm(this.form, { rescued: "file" });
  }

  /**
   * Keys that would send the form off, where the person only ends a word.
   * @param {import("react").KeyboardEvent} event
   */
  keyDown(event) {
    const control = event.target;
    if (event.key !== "Enter" || !(control instanceof HTMLInputElement)) return;
    if (event.nativeEvent.isComposing || !takesWords(control)) return;
    event.preventDefault();
    this.#takeWords(control.name);
  }

  /** @param {string} [name] the list whose typed words are taken over; without it, all */
  #takeWords(name) {
    const taken = takeWordsOver(this.element, (control) => !name || control.name === name);
    for (const [list, words] of Object.entries(taken)) {
      this.#newWords[list] = [...(this.#newWords[list] ?? []), ...words];
    }
    if (name) this.#changed();
  }

  /** @param {import("react").KeyboardEvent} event */
  pressed(event) {
    if (MOVES.test(event.key)) this.#answerSlider(event.target);
  }

  /**
   * Choosing the value a slider has already is an answer too, though it moves nothing.
   * @param {EventTarget | null} control
   */
  #answerSlider(control) {
    if (!(control instanceof HTMLInputElement) || control.type !== "range") return;
    if (control.dataset.answered === "true") return;
    control.dataset.answered = "true";
    this.#changed();
  }

  /** Empties the form: back to the kept record, or to nothing. */
  startFresh() {
    writeControls(this.element, this.#first);
    this.draft.drop();
    this.#newWords = {};
    changeForm(this.form, { restored: false, problems: {}, ...this.#answers });
  }

  /** What the form was about is gone, and so must be what was typed into it. */
  #empty() {
    this.#kept = undefined;
    this.startFresh();
  }

  async save() {
    this.#takeWords();
    const texts = readControls(this.element);
    const { key } = this;
    const answered = recordFrom(this.element, this.#description, texts, this.#kept, key);
    const record = { ...answered, ...this.fixed };
    const problems = problemsFrom(this.#description, texts, record, this.#kept, this.needs);
    if (Object.keys(problems).length > 0) {
      changeForm(this.form, { phase: "editing", problems, ...this.#answers });
      focusFirst(this.element, problems);
      return;
    }
    changeForm(this.form, { phase: "saving", problems: {} });
    const { changes } = this.draft;
    // What is typed while the record is being written is not in it.
    const isWhole = () => changes === this.draft.changes || !this.key;
    this.draft.pause();
    try {
      const words = rememberedFrom(this.records.schema, this.wordTable, this.#newWords, record);
      const { saved, joined } = await this.#keep(words, record, isWhole);
      if (isWhole()) this.#settle(saved, joined);
      else this.#kept = record;
      this.#afterSaving(saved);
      void askToKeep();
    } catch (error) {
      this.draft.goOn();
      changeForm(this.form, { phase: "trouble", trouble: troubleOf(error), ...this.#answers });
    }
  }

  /**
   * Keeps the record and lets go of its draft in one step: whenever the page is killed, one of them
   * is there and not both, which would offer again what is saved already.
   * @param {{ table: string, record: RecordData }[]} words
   * @param {RecordData} record
   * @param {() => boolean} isWhole whether the record holds all that was typed
   */
  #keep(words, record, isWhole) {
    const tables = [...new Set([this.table, DRAFT_TABLE, ...words.map(({ table }) => table)])];
    return this.records.database.transaction("rw", tables, async () => {
      const now = this.key ? await this.records.get(this.table, this.key) : undefined;
      const whole = withOthers(this.#description, this.#kept, now, record);
      const { [this.table]: saved } = await this.records.putAll([
        ...words,
        { table: this.table, record: whole },
      ]);
      if (isWhole()) await this.draft.remove();
      return { saved, joined: whole !== record };
    });
  }

  /**
   * The form holds what is kept, or, for a new record, nothing.
   * @param {RecordData} saved
   * @param {boolean} joined with what another tab has kept
   */
  #settle(saved, joined) {
    if (this.key) this.#kept = saved;
    if (joined || !this.key) writeControls(this.element, this.key ? this.#first : {});
    this.draft.settle();
  }

  /** What the form shows before anything is typed. */
  get #first() {
    return this.#kept ? textsOf(this.#description, this.#kept) : this.given;
  }

  get #answers() {
    return { values: readControls(this.element), held: heldWords(this.element) };
  }

  get #description() {
    return this.records.schema.tables[this.table];
  }

  /** @param {RecordData} saved */
  #afterSaving(saved) {
    this.#newWords = {};
    changeForm(this.form, {
      phase: "saved",
      trouble: null,
      restored: false,
      saved,
      ...this.#answers,
    });
    // Once it is painted: what is said stands at the top, the button that was pressed does not.
    requestAnimationFrame(() => showSaid(this.element));
  }

  #changed() {
    changeForm(this.form, { phase: "editing", rescued: null, ...this.#answers });
    this.draft.changed();
  }
}

/**
 * What is said may be higher than a low screen: then its first words are to be seen.
 * @param {HTMLElement} element
 */
function showSaid(element) {
  const said = element.querySelector("[data-said]");
  const high = said ? said.clientHeight > innerHeight / 2 : false;
  said?.scrollIntoView({ block: high ? "start" : "center" });
}

/**
 * What the part of a form that was tapped asks for.
 * @param {Element | null} target
 * @returns {DOMStringMap}
 */
function dataOf(target) {
  const button = target?.closest("button");
  return button instanceof HTMLElement ? button.dataset : {};
}
