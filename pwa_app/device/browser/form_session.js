/** @import { Problems, RecordData } from "./types" */
/** @import { Records } from "./records" */
import { joinedTexts, readControls, textsOf, typedControls, writeControls } from "./controls";
import { troubleOf } from "./database";
import { changeForm, resetForm } from "./form_state";
import { askToKeep } from "./persistence";
import { parseField, problemsOf } from "./values";

const DRAFT_TABLE = "Draft";
const DRAFT_PAUSE_MS = 250;

/**
 * The page is going away. A busy phone may drop what is written at "pagehide" alone; the one before
 * it comes early enough, where it comes.
 */
const LEAVING = ["beforeunload", "pagehide"];

/** Keys that move a slider. */
const MOVES = /^(Arrow|Home|End|Page)/;

/** One form from the moment it is shown to the moment it is left. */
export class FormSession {
  /** @type {RecordData | undefined} */
  #kept;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Changes made in the form, and how many of them are surely in the kept draft. */
  #changes = 0;
  #drafted = 0;
  #closed = false;
  /** Until the draft has been read, a new one would take its place. */
  #opened = false;

  /**
   * @param {HTMLFormElement} element
   * @param {Records} records
   * @param {string} table
   * @param {string} form
   * @param {string} [key]
   */
  constructor(element, records, table, form, key) {
    this.element = element;
    this.records = records;
    this.table = table;
    this.form = form;
    this.key = key;
    this.draftKey = key ? `${form}:${key}` : form;
  }

  /** @param {boolean} changing a kept record is being changed */
  async open(changing) {
    for (const event of LEAVING) addEventListener(event, this.#flushAtOnce);
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
      values: readControls(this.element),
    });
  }

  close() {
    this.#flush();
    this.#closed = true;
    for (const event of LEAVING) removeEventListener(event, this.#flushAtOnce);
    removeEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    resetForm(this.form);
  }

  /**
   * Shows the draft or else the kept record, together with what was typed before it was read.
   * @param {Record<string, string[]> | undefined} draft
   */
  #putBack(draft) {
    const typed = typedControls(this.element);
    const kept = this.#kept ? textsOf(this.#description, this.#kept) : {};
    writeControls(this.element, joinedTexts(this.element, draft ?? kept, typed));
    if (Object.keys(typed).length > 0) this.#changed();
  }

  /** @param {import("react").FormEvent} event */
  typed(event) {
    const control = event.target;
    if (control instanceof HTMLInputElement && control.type === "range") {
      control.dataset.answered = "true";
    }
    this.#changed();
  }

  /** @param {import("react").MouseEvent} event */
  tapped(event) {
    this.#answerSlider(event.target);
    const target = event.target instanceof Element ? event.target : null;
    const name = target?.closest("[data-clear]")?.getAttribute("data-clear");
    if (!name) return;
    const { [name]: _cleared, ...others } = readControls(this.element);
    writeControls(this.element, others);
    this.#changed();
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
    changeForm(this.form, { restored: false, problems: {}, values: readControls(this.element) });
  }

  async save() {
    const texts = readControls(this.element);
    const record = this.#recordOf(texts);
    const problems = this.#problemsOf(texts, record);
    if (Object.keys(problems).length > 0) {
      changeForm(this.form, { phase: "editing", problems });
      this.#focusFirst(problems);
      return;
    }
    changeForm(this.form, { phase: "saving", problems: {} });
    try {
      const saved = await this.records.put(this.table, record);
      this.#dropDraft();
      this.#afterSaving(saved);
      void askToKeep();
    } catch (error) {
      changeForm(this.form, { phase: "trouble", trouble: troubleOf(error) });
    }
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
      delete record[name];
      const value = parseField(field, texts[name] ?? []);
      if (value !== undefined) record[name] = value;
    }
    return record;
  }

  /**
   * @param {Record<string, string[]>} texts
   * @param {RecordData} record
   * @returns {Problems}
   */
  #problemsOf(texts, record) {
    const anything = Object.values(texts).flat().some((text) => text.trim() !== "");
    if (!anything && !this.#kept) return { form: { code: "empty" } };
    return problemsOf(this.#description, record);
  }

  /** @param {RecordData} saved */
  #afterSaving(saved) {
    if (this.key) this.#kept = saved;
    else writeControls(this.element, {});
    changeForm(this.form, {
      phase: "saved",
      trouble: null,
      restored: false,
      saved,
      values: readControls(this.element),
    });
  }

  /** @param {Problems} problems */
  #focusFirst(problems) {
    const control = Array.from(this.element.elements).find(
      (one) => "name" in one && String(one.name) in problems,
    );
    if (control instanceof HTMLElement) control.focus();
  }

  #changed() {
    changeForm(this.form, { phase: "editing", values: readControls(this.element) });
    this.#changes += 1;
    if (!this.#opened) return;
    // Counted from the first key, not the last: who types without a pause is kept up with too.
    this.#timer ??= setTimeout(this.#flush, DRAFT_PAUSE_MS);
  }

  #flush = () => {
    if (this.#timer === undefined) return Promise.resolve();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#write();
  };

  /** For a page that is going away: a draft that is still being written may never arrive. */
  #flushAtOnce = () => {
    if (!this.#opened || this.#drafted === this.#changes) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#write();
  };

  /** The page may go at any moment, so the draft leaves its hands in one step. */
  #write() {
    const changes = this.#changes;
    return this.records.putAtOnce(DRAFT_TABLE, this.#draft).then(
      () => {
        this.#drafted = changes;
      },
      (error) => changeForm(this.form, { phase: "trouble", trouble: troubleOf(error) }),
    );
  }

  /** @param {Event} event */
  #flushBeforeUpdate = (event) => {
    /** @type {CustomEvent} */ (event).detail.waitUntil(this.#flush());
  };

  #dropDraft() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#drafted = this.#changes;
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
