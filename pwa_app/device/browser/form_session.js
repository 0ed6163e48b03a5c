/** @import { Problems, RecordData } from "./types" */
/** @import { Records } from "./records" */
import {
  changeWord,
  heldWords,
  joinedTexts,
  readControls,
  takesWords,
  takeWordsOver,
  textsOf,
  writeControls,
} from "./controls";
import { troubleOf } from "./database";
import { changeForm, resetForm } from "./form_state";
import { askToKeep } from "./persistence";
import { DRAFT_TABLE } from "./records";
import { copyText, saveAsFile, writtenOut } from "./rescue";
import { momentField, parseField, problemsOf } from "./values";

const DRAFT_PAUSE_MS = 250;
/** A clock that was just put right may be a little ahead of the minute that was picked. */
const SOON_MS = 60_000;

/** Keys that move a slider. */
const MOVES = /^(Arrow|Home|End|Page)/;

/** One form from the moment it is shown to the moment it is left. */
export class FormSession {
  /** @type {RecordData | undefined} */
  #kept;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #closed = false;
  /** Until the draft has been read, a new one would take its place. */
  #opened = false;
  /** @type {Record<string, string[]>} */
  #newWords = {};

  /**
   * @param {HTMLFormElement} element
   * @param {Records} records
   * @param {string} table
   * @param {string} form
   * @param {string} [key]
   * @param {string} [wordTable] where words of one's own are remembered
   */
  constructor(element, records, table, form, key, wordTable) {
    this.element = element;
    this.records = records;
    this.table = table;
    this.form = form;
    this.key = key;
    this.wordTable = wordTable;
    this.draftKey = key ? `${form}:${key}` : form;
  }

  /** @param {boolean} changing a kept record is being changed */
  async open(changing) {
    addEventListener("pagehide", this.#flushAtOnce);
    addEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    this.#markMovedSliders();
    let restored = false;
    /** @type {import("./types").Trouble | null} */
    let trouble = null;
    try {
      this.#kept = this.key ? await this.records.get(this.table, this.key) : undefined;
      const draft = await this.records.get(DRAFT_TABLE, this.draftKey);
      if (this.#closed) return;
      restored = draft !== undefined;
      this.#opened = true;
      this.#putBack(/** @type {Record<string, string[]> | undefined} */ (draft?.values));
    } catch (error) {
      trouble = troubleOf(error);
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
    this.#flush();
    this.#closed = true;
    removeEventListener("pagehide", this.#flushAtOnce);
    removeEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    resetForm(this.form);
  }

  /**
   * Shows the draft or else the kept record, together with what was typed before it was read.
   * @param {Record<string, string[]> | undefined} draft
   */
  #putBack(draft) {
    const typed = readControls(this.element);
    const kept = this.#kept ? textsOf(this.#description, this.#kept) : {};
    writeControls(this.element, joinedTexts(this.element, draft ?? kept, typed));
    if (Object.keys(typed).length > 0) this.#changed();
  }

  /** @param {import("react").FormEvent} event */
  typed(event) {
    const control = event.target;
    if (!(control instanceof HTMLElement) || control.dataset.apart !== undefined) return;
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
    if (insert) this.#insert(insert, text ?? "");
    if (rescue) void this.#rescue(rescue);
    if (dismiss !== undefined) changeForm(this.form, { phase: "editing", saved: null });
  }

  /** @param {string} name */
  #clear(name) {
    const { [name]: _cleared, ...others } = readControls(this.element);
    writeControls(this.element, others);
    this.#changed();
  }

  /**
   * Puts a text of ours at the end of what is written in a field.
   * @param {string} name
   * @param {string} text
   */
  #insert(name, text) {
    const control = this.element.elements.namedItem(name);
    if (!(control instanceof HTMLTextAreaElement)) return;
    const before = control.value.trimEnd();
    control.value = `${before}${before && "\n\n"}${text}\n`;
    control.focus();
    control.setSelectionRange(control.value.length, control.value.length);
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
    writeControls(this.element, this.#kept ? textsOf(this.#description, this.#kept) : {});
    this.#dropDraft();
    this.#newWords = {};
    changeForm(this.form, { restored: false, problems: {}, ...this.#answers });
  }

  async save() {
    this.#takeWords();
    const texts = readControls(this.element);
    const record = this.#recordOf(texts);
    const problems = this.#problemsOf(texts, record);
    if (Object.keys(problems).length > 0) {
      changeForm(this.form, { phase: "editing", problems, ...this.#answers });
      this.#focusFirst(problems);
      return;
    }
    changeForm(this.form, { phase: "saving", problems: {} });
    try {
      const { [this.table]: saved } = await this.records.putAll([
        ...this.#remembered(record),
        { table: this.table, record },
      ]);
      this.#dropDraft();
      this.#afterSaving(saved);
      void askToKeep();
    } catch (error) {
      changeForm(this.form, { phase: "trouble", trouble: troubleOf(error), ...this.#answers });
    }
  }

  /**
   * The new words in a record, to be offered from now on.
   * @param {RecordData} record
   */
  #remembered(record) {
    const table = this.wordTable;
    if (!table) return [];
    return Object.entries(this.#newWords).flatMap(([list, words]) => {
      const kept = /** @type {string[]} */ (record[list] ?? []);
      const used = [...new Set(words)].filter((word) => kept.includes(word));
      return used.map((word) => ({ table, record: { id: `${list}:${word}`, list, word } }));
    });
  }

  get #answers() {
    return { values: readControls(this.element), held: heldWords(this.element) };
  }

  get #draft() {
    return { form: this.draftKey, values: readControls(this.element) };
  }

  get #description() {
    return this.records.schema.tables[this.table];
  }

  /** @param {Record<string, string[]>} texts */
  #recordOf(texts) {
    /** @type {RecordData} */
    const record = { ...this.#kept };
    if (this.key && !this.#kept) record[this.#description.key] = this.key;
    for (const [name, field] of Object.entries(this.#description.fields)) {
      if (!this.element.elements.namedItem(name)) continue;
      if (field.fill) {
        this.#setMoment(record, name, texts[name]?.[0]);
        continue;
      }
      delete record[name];
      const value = parseField(field, texts[name] ?? []);
      if (value !== undefined) record[name] = value;
    }
    return record;
  }

  /**
   * A moment that was picked, with the day it belongs to. One that was not changed keeps both: the
   * day is that of the place where it was written.
   * @param {RecordData} record
   * @param {string} name
   * @param {string | undefined} text
   */
  #setMoment(record, name, text) {
    const before = this.#kept ? textsOf(this.#description, this.#kept)[name]?.[0] : undefined;
    if (text === undefined || text === before) return;
    const moment = parseField(this.#description.fields[name], [text]);
    for (const [other, { fill }] of Object.entries(this.#description.fields)) {
      if (fill === "local_date") delete record[other];
    }
    record[name] = moment;
  }

  /**
   * @param {Record<string, string[]>} texts
   * @param {RecordData} record
   * @returns {Problems}
   */
  #problemsOf(texts, record) {
    const { fields } = this.#description;
    const anything = Object.entries(texts).some(
      ([name, answers]) => !fields[name]?.fill && answers.some((text) => text.trim() !== ""),
    );
    if (!anything && !this.#kept) return { form: { code: "empty" } };
    const problems = problemsOf(this.#description, record);
    const when = momentField(this.#description);
    const moment = when && texts[when] ? Date.parse(String(record[when])) : 0;
    if (when && moment > Date.now() + SOON_MS) problems[when] = { code: "future" };
    return problems;
  }

  /** @param {RecordData} saved */
  #afterSaving(saved) {
    this.#newWords = {};
    if (this.key) this.#kept = saved;
    else writeControls(this.element, {});
    changeForm(this.form, {
      phase: "saved",
      trouble: null,
      restored: false,
      saved,
      ...this.#answers,
    });
    // Once it is painted: what is said stands at the top, the button that was pressed does not.
    requestAnimationFrame(() => {
      this.element.querySelector("[data-said]")?.scrollIntoView({ block: "center" });
    });
  }

  /** @param {Problems} problems */
  #focusFirst(problems) {
    const control = Array.from(this.element.elements).find(
      (one) => "name" in one && String(one.name) in problems,
    );
    if (!(control instanceof HTMLElement)) return;
    control.closest("details")?.setAttribute("open", "");
    control.focus();
  }

  #changed() {
    changeForm(this.form, { phase: "editing", rescued: null, ...this.#answers });
    if (!this.#opened) return;
    // Counted from the first key, not the last: who types without a pause is kept up with too.
    this.#timer ??= setTimeout(this.#flush, DRAFT_PAUSE_MS);
  }

  #flush = () => {
    if (this.#timer === undefined) return Promise.resolve();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.records.put(DRAFT_TABLE, this.#draft).then(undefined, (error) => {
      changeForm(this.form, { phase: "trouble", trouble: troubleOf(error) });
    });
  };

  /** For a page that is going away, where nothing that takes time would be finished. */
  #flushAtOnce = () => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.records.putAtOnce(DRAFT_TABLE, this.#draft);
  };

  /** @param {Event} event */
  #flushBeforeUpdate = (event) => {
    /** @type {CustomEvent} */ (event).detail.waitUntil(this.#flush());
  };

  #dropDraft() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.records.database.table(DRAFT_TABLE).delete(this.draftKey);
  }

  /** A slider that was moved before React listened has another value than its first one. */
  #markMovedSliders() {
    for (const control of this.element.querySelectorAll("input[type=range]")) {
      const slider = /** @type {HTMLInputElement} */ (control);
      if (slider.value !== slider.defaultValue) slider.dataset.answered = "true";
    }
  }
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
