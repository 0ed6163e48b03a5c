/** @import { Records } from "./records" */
/** @import { Texts } from "./unkept_drafts" */
import { DraftTabs } from "./draft_tabs";
import { forgetLeft, leaveBehind, leftBehind } from "./leaving";
import { DRAFT_TABLE } from "./records";
import { holdUnkept, unkeptDraft } from "./unkept_drafts";

const DRAFT_PAUSE_MS = 250;

/** The page is going away: "pagehide" always comes, the one before it leaves more time. */
const LEAVING = ["beforeunload", "pagehide"];

/** What is typed into one form and not saved yet: kept on this phone, and the same in every tab. */
export class FormDraft {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Changes made in the form, and how many of them are surely in the kept draft. */
  #changes = 0;
  #drafted = 0;
  #closed = false;
  /** Until the draft has been read, a new one would take its place. */
  #opened = false;
  /**
   * Whether the form holds all that there was to put back into it; undefined until it was put back.
   * @type {boolean | undefined}
   */
  #whole;
  /** @type {DraftTabs | undefined} */
  #tabs;
  /** The draft as this tab has read or written it last. */
  #known = "";
  /** @type {(() => void) | undefined} */
  #unwatch;

  /**
   * @param {Records} records
   * @param {string} key what the draft is kept under
   * @param {{
   *   table: string, read: () => Texts, onChange: () => void, onTrouble: (error: unknown) => void,
   * }} form what it is for and holds now, a draft that another tab may have changed, and one that
   *   cannot be kept
   */
  constructor(records, key, form) {
    this.records = records;
    this.key = key;
    this.form = form;
  }

  /**
   * Reads the draft, and keeps it in step with other tabs from then on.
   * @returns {Promise<Texts | undefined>} what is kept of what was typed
   */
  async open() {
    if (this.#closed) return undefined;
    for (const event of LEAVING) addEventListener(event, this.#flushAtOnce);
    addEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    this.#unwatch = this.records.vault.beforeLocking(this.#flushAtOnce);
    const kept = await this.#kept();
    if (this.#closed) return undefined;
    this.#opened = true;
    this.#known = asText(kept);
    this.#tabs = new DraftTabs(`${this.#database} ${this.key}`, {
      onLeave: this.#flushAtOnce,
      onChange: this.form.onChange,
    });
    return kept;
  }

  close() {
    this.#hold();
    void this.#flush().then(() => this.#tabs?.close());
    this.#closed = true;
    for (const event of LEAVING) removeEventListener(event, this.#flushAtOnce);
    removeEventListener("pwa:beforeupdate", this.#flushBeforeUpdate);
    this.#unwatch?.();
  }

  /**
   * What was typed before and not kept, in this page or in one that went away; undefined for nothing.
   * @returns {{ texts: Texts, whole: boolean } | undefined} `whole` as in `Unkept`
   */
  get unkept() {
    const held = unkeptDraft(this.#database, this.key);
    if (held) return held;
    const texts = leftBehind(this.#database, this.key);
    return texts ? { texts, whole: true } : undefined;
  }

  /** What there was is in the form again, as far as it could be read. */
  wasPutBack() {
    this.#whole = this.#opened || (this.unkept?.whole ?? false);
  }

  get isClosed() {
    return this.#closed;
  }

  /** How many changes were made in the form. */
  get changes() {
    return this.#changes;
  }

  /** Whether all that was typed is surely kept. */
  get isKept() {
    return this.#drafted === this.#changes;
  }

  /**
   * What another tab has made of the draft.
   * @returns {Promise<{ values: Texts | undefined } | null>} null where this tab knows it already
   */
  async news() {
    const values = await this.#kept();
    const found = asText(values);
    if (this.#closed || found === this.#known) return null;
    this.#known = found;
    return { values };
  }

  /** Something was changed in the form. */
  changed() {
    this.#changes += 1;
    if (!this.#opened) return;
    // Counted from the first key, not the last: who types without a pause is kept up with too.
    this.#timer ??= setTimeout(this.#flush, DRAFT_PAUSE_MS);
  }

  /** Keeps nothing while the form is being saved, so that no draft comes after its own record. */
  pause() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The form could not be saved, so its draft is kept on. */
  goOn() {
    if (this.#opened && !this.isKept) this.#timer ??= setTimeout(this.#flush, DRAFT_PAUSE_MS);
  }

  /** Takes the draft out of its table, in the transaction that this is called in, if any. */
  async remove() {
    await this.records.database.table(DRAFT_TABLE).delete(this.key);
  }

  /** What was typed is saved, and the draft removed with it. */
  settle() {
    this.#forget();
    this.#tabs?.tell();
  }

  /** What was typed is not wanted. */
  drop() {
    this.#forget();
    void this.remove().then(() => this.#tabs?.tell(), this.form.onTrouble);
  }

  #forget() {
    this.pause();
    this.#drafted = this.#changes;
    this.#known = asText(undefined);
    forgetLeft(this.#database, this.key);
  }

  /** Before what there was is back in the form, a few letters must not take its place. */
  #hold() {
    if (this.isKept || (this.#whole === undefined && this.unkept)) return;
    const { table, read } = this.form;
    holdUnkept(this.records, this.key, { table, texts: read(), whole: this.#whole ?? false });
  }

  get #database() {
    return this.records.schema.name;
  }

  /** @returns {Promise<Texts | undefined>} */
  async #kept() {
    const draft = await this.records.get(DRAFT_TABLE, this.key);
    return /** @type {Texts | undefined} */ (draft?.values);
  }

  #flush = () => {
    if (this.#timer === undefined) return Promise.resolve();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#write();
  };

  /** For a page that is going away: a draft that is still being written may never arrive. */
  #flushAtOnce = () => {
    if (!this.#opened || this.isKept) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { mode } = this.records.vault.state();
    if (mode === "off") leaveBehind(this.#database, this.key, this.form.read());
    void this.#write();
  };

  /** The page may go at any moment, so the draft leaves its hands in one step. */
  #write() {
    const changes = this.#changes;
    const draft = { form: this.key, values: this.form.read() };
    this.#known = asText(draft.values);
    return this.records.putAtOnce(DRAFT_TABLE, draft).then(() => {
      this.#drafted = changes;
      if (changes === this.#changes) forgetLeft(this.#database, this.key);
      this.#tabs?.tell();
    }, this.form.onTrouble);
  }

  /** @param {Event} event */
  #flushBeforeUpdate = (event) => {
    /** @type {CustomEvent} */ (event).detail.waitUntil(this.#flush());
  };
}

/** @param {Texts | undefined} values of a draft; undefined where there is none */
function asText(values) {
  return JSON.stringify(values ?? null);
}
