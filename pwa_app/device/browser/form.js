/** @import { Problems, RecordData } from "./types" */
/** @import { Records } from "./records" */
import { createElement, useEffect, useRef } from "react";
import { readControls, textsOf, writeControls } from "./controls";
import { troubleOf } from "./database";
import { changeForm, resetForm } from "./form_state";
import { askToKeep } from "./persistence";
import { parseField, problemsOf } from "./values";

const DRAFT_TABLE = "Draft";
const DRAFT_PAUSE_MS = 250;

/**
 * A form whose fields are those of a table, made of plain controls with their fields' names.
 *
 * What is typed is kept as a draft within a quarter of a second, and put back after a reload, a
 * crash or an update; saving writes one record. `recordKey` (or the address's `queryKey`
 * parameter) names a kept record to change. The state is read with `useFormState(form)`.
 * @param {{
 *   records: Records, table: string, form: string, recordKey?: string, queryKey?: string,
 *   children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function RecordForm({ records, table, form, recordKey, queryKey, children, ...rest }) {
  const element = useRef(/** @type {HTMLFormElement | null} */ (null));
  const session = useRef(/** @type {FormSession | null} */ (null));

  useEffect(() => {
    if (!element.current) return undefined;
    const asked = queryKey && new URLSearchParams(location.search).get(queryKey);
    const opened = new FormSession(element.current, records, table, form, asked || recordKey);
    session.current = opened;
    void opened.open(Boolean(asked));
    return () => opened.close();
  }, [records, table, form, recordKey, queryKey]);

  return createElement(
    "form",
    {
      ...rest,
      ref: element,
      // Until React listens, the browser must not send what was typed to an address.
      method: "dialog",
      noValidate: true,
      onSubmit: (/** @type {import("react").FormEvent} */ event) => {
        event.preventDefault();
        void session.current?.save();
      },
      onReset: () => session.current?.startFresh(),
      onInput: (/** @type {import("react").FormEvent} */ event) => session.current?.typed(event),
      onClick: (/** @type {import("react").MouseEvent} */ event) => session.current?.tapped(event),
    },
    children,
  );
}

/** One form from the moment it is shown to the moment it is left. */
class FormSession {
  /** @type {RecordData | undefined} */
  #kept;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #closed = false;

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
    addEventListener("pagehide", this.#flush);
    addEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    this.#markMovedSliders();
    const typedAlready = Object.keys(readControls(this.element)).length > 0;
    let restored = false;
    /** @type {import("./types").Trouble | null} */
    let trouble = null;
    try {
      this.#kept = this.key ? await this.records.get(this.table, this.key) : undefined;
      const draft = await this.records.get(DRAFT_TABLE, this.draftKey);
      if (this.#closed) return;
      if (!typedAlready && draft) {
        writeControls(this.element, /** @type {Record<string, string[]>} */ (draft.values));
        restored = true;
      } else if (!typedAlready && this.#kept) {
        writeControls(this.element, textsOf(this.#description, this.#kept));
      }
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
    removeEventListener("pagehide", this.#flush);
    removeEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    resetForm(this.form);
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
    const target = event.target instanceof Element ? event.target : null;
    const name = target?.closest("[data-clear]")?.getAttribute("data-clear");
    if (!name) return;
    const { [name]: _cleared, ...others } = readControls(this.element);
    writeControls(this.element, others);
    this.#changed();
  }

  /** Empties the form: back to the kept record, or to nothing. */
  startFresh() {
    // The browser empties the controls after the event that tells of it.
    queueMicrotask(() => {
      writeControls(this.element, this.#kept ? textsOf(this.#description, this.#kept) : {});
      this.#dropDraft();
      changeForm(this.form, { restored: false, problems: {}, values: readControls(this.element) });
    });
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, DRAFT_PAUSE_MS);
  }

  #flush = () => {
    if (this.#timer === undefined) return Promise.resolve();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = { form: this.draftKey, values: readControls(this.element) };
    return this.records.put(DRAFT_TABLE, draft).then(undefined, (error) => {
      changeForm(this.form, { phase: "trouble", trouble: troubleOf(error) });
    });
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
