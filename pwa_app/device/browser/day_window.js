/** @import { RecordData, Trouble } from "./types" */
/** @import { Records } from "./records" */
/** @typedef {(row: RecordData, wanted: unknown) => boolean} Matches */
/** @typedef {{ newest: string | null, oldest: string | null }} Span days; null for no end */
/**
 * @typedef {{
 *   ready: boolean, trouble: Trouble | null, rows: RecordData[],
 *   earlier: boolean, later: boolean, looking: boolean,
 * }} WindowState `earlier` and `later` tell whether there is more on that side
 */
import { liveQuery } from "dexie";
import { troubleOf } from "./database";
import { DayReading, daysBefore } from "./day_reading";

/** How many records are read for the first screen, and then at a time; how many stay at most. */
const FIRST = 4;
const PAGE = 40;
const MOST = 160;
/** How many days are looked through at first, and how few records make it twice as many. */
const STRETCH_DAYS = 60;
const FEW = 1000;

/** @type {WindowState} */
export const CLOSED = Object.freeze({
  ready: false,
  trouble: null,
  rows: [],
  earlier: false,
  later: false,
  looking: false,
});

/**
 * Some days of a table with an index of days, the newest first, which can be moved over all of
 * them: only what is in the window is read, and it follows every write.
 *
 * Whole days are read, so that no record is missed or shown twice where two have the same moment.
 * With a question, the records that answer it are looked for from the newest on.
 */
export class DayWindow {
  #state = CLOSED;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {import("dexie").Subscription | undefined} */
  #subscription;
  /** The newest and the oldest day in the window; null for no end. */
  /** @type {string | null} */
  #newest = null;
  /** @type {string | null} */
  #oldest = null;
  /** @type {string[] | null} */
  #found = null;
  /** @type {Matches} */
  #matches = () => true;
  #turn = 0;
  #moving = false;
  #asked = "";
  /** Nothing of what is asked for has been read yet. */
  #fresh = true;

  /**
   * @param {Records} records
   * @param {string} table
   * @param {string} by the indexed field with the day
   * @param {string} within the field that orders a day's records
   */
  constructor(records, table, by, within) {
    this.reading = new DayReading(records, table, by, within);
  }

  state = () => this.#state;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      // A page that follows another one may be about to go on with it.
      setTimeout(() => this.#listeners.size === 0 && this.#close());
    };
  };

  /**
   * Begins anew where something else is asked for than before.
   * @param {string} question what records must match, as JSON; "null" for all
   * @param {string | null} day the newest day to show; null for the end
   * @param {Matches} matches whether a record answers a question
   * @param {Span | null} [span] what to show of all records, in place of the newest from `day` on
   */
  show(question, day, matches, span = null) {
    this.#matches = matches;
    const asked = JSON.stringify([question, day]);
    const known = !span || (span.newest === this.#newest && span.oldest === this.#oldest);
    if (asked === this.#asked && known) return;
    this.#close();
    this.#asked = asked;
    if (span && question === "null") void this.#openAt(span);
    else void this.#open(JSON.parse(question), day);
  }

  /** @returns {Span} the days that are shown */
  span() {
    return { newest: this.#newest, oldest: this.#oldest };
  }

  /** @param {Span} span */
  async #openAt({ newest, oldest }) {
    this.wanted = null;
    [this.#newest, this.#oldest, this.#found] = [newest, oldest, null];
    this.#state = { ...this.#state, looking: true };
    await this.#move(async () => {
      const later = newest !== null && (await this.reading.keysAbove(newest, 1)).length > 0;
      const earlier = oldest !== null && (await this.reading.keysBelow(oldest, false, 1)).length > 0;
      this.#state = { ...this.#state, earlier, later };
    });
  }

  /**
   * @param {unknown} wanted
   * @param {string | null} day
   */
  async #open(wanted, day) {
    this.wanted = wanted;
    this.#newest = day;
    this.#oldest = null;
    this.#found = wanted === null ? null : [];
    this.#fresh = true;
    this.#state = { ...this.#state, looking: true };
    await this.#move(async () => {
      const later = day !== null && (await this.reading.keysAbove(day, 1)).length > 0;
      this.#state = { ...this.#state, later };
      await this.#further();
    });
  }

  #close() {
    this.#asked = "";
    this.#turn += 1;
    this.#moving = false;
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
  }

  moveEarlier = () => this.#move(() => this.#further());

  moveLater = () => this.#move(() => this.#reachForward());

  /** @param {() => Promise<void>} step */
  async #move(step) {
    if (this.#moving) return;
    this.#moving = true;
    const turn = this.#turn;
    try {
      await step();
      if (turn === this.#turn) this.#follow();
    } catch (error) {
      this.#tell({ ready: true, looking: false, trouble: troubleOf(error) });
    } finally {
      if (turn === this.#turn) this.#moving = false;
    }
  }

  #further() {
    return this.#found ? this.#lookFurther() : this.#reachBack();
  }

  async #reachBack() {
    const turn = this.#turn;
    const page = this.#fresh ? FIRST : PAGE;
    const { keys, oldest, earlier } = await this.reading.inOneGo(async () => {
      const keys = await this.reading.keysBelow(...this.#below, page);
      const oldest = keys.length === page ? String(keys[page - 1]) : null;
      const beyond = oldest === null ? [] : await this.reading.keysBelow(oldest, false, 1);
      return { keys, oldest, earlier: beyond.length > 0 };
    });
    if (turn !== this.#turn) return;
    this.#oldest = earlier ? oldest : null;
    const rows = this.#fresh ? [] : this.#state.rows;
    const extra = rows.length + keys.length - MOST;
    const trimmed = extra > 0 && extra < rows.length;
    if (trimmed) this.#newest = String(rows[extra][this.reading.by]);
    this.#state = { ...this.#state, earlier, later: trimmed || this.#state.later };
  }

  async #reachForward() {
    if (this.#newest === null) return;
    const turn = this.#turn;
    const keys = await this.reading.keysAbove(this.#newest, PAGE);
    const newest = keys.length === PAGE ? String(keys[PAGE - 1]) : null;
    const later = newest !== null && (await this.reading.keysAbove(newest, 1)).length > 0;
    if (turn !== this.#turn) return;
    this.#newest = later ? newest : null;
    const { rows } = this.#state;
    const trimmed = rows.length + keys.length > MOST;
    const last = rows[Math.max(0, MOST - keys.length - 1)];
    if (trimmed && last) this.#oldest = String(last[this.reading.by]);
    this.#state = { ...this.#state, later, earlier: trimmed || this.#state.earlier };
  }

  /** Looks on until a page is full or everything was looked through. */
  async #lookFurther() {
    const turn = this.#turn;
    const found = /** @type {string[]} */ (this.#found);
    const enough = found.length + PAGE;
    this.#tell({ looking: true });
    const [first, last] = await this.reading.ends();
    let inside = this.#oldest === null;
    let top = this.#oldest ?? this.#newest ?? last;
    let days = STRETCH_DAYS;
    while (turn === this.#turn && (inside ? top >= first : top > first) && found.length < enough) {
      const bottom = daysBefore(top, days);
      const rows = await this.reading.between(bottom, top, inside);
      if (turn !== this.#turn) return;
      const hits = rows.filter((row) => this.#matches(row, this.wanted));
      found.push(...hits.map((row) => String(row[this.reading.key])));
      if (rows.length < FEW) days *= 2;
      [top, inside] = [bottom, false];
      this.#oldest = bottom;
    }
    this.#state = { ...this.#state, earlier: top > first };
  }

  /** Where what was not read yet begins, and whether that day is part of it. */
  /** @returns {[string | null, boolean]} */
  get #below() {
    return this.#oldest ? [this.#oldest, false] : [this.#newest, true];
  }

  #follow() {
    this.#subscription?.unsubscribe();
    const found = this.#found;
    this.#subscription = liveQuery(async () => {
      if (!found) return this.reading.between(this.#oldest, this.#newest);
      const rows = await this.reading.withKeys(found);
      return rows.filter((row) => this.#matches(row, this.wanted));
    }).subscribe(
      (rows) => {
        this.#fresh = false;
        const drawn = keptAsTheyWere(rows, this.#state.rows, this.reading.key);
        this.#tell({ ready: true, looking: false, trouble: null, rows: drawn });
      },
      (error) => this.#tell({ ready: true, looking: false, trouble: troubleOf(error), rows: [] }),
    );
  }

  /** @param {Partial<WindowState>} change */
  #tell(change) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/**
 * The same rows, where they are unchanged as the very objects that were there before, so that only
 * the others are drawn again.
 * @param {RecordData[]} rows
 * @param {RecordData[]} before
 * @param {string} key
 */
function keptAsTheyWere(rows, before, key) {
  const known = new Map(before.map((row) => [row[key], row]));
  return rows.map((row) => {
    const old = known.get(row[key]);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}
