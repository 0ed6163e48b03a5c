/** @import { Bin, CountedEntry, Group, Insights, LogEntry, Span } from "./log_types" */
/** @import { Records } from "../../device/browser/records" */
/** What the log shows when someone asks: read by its index, counted by the compiled logic. */
import { useSyncExternalStore } from "react";
import { numberText, shortDate } from "$/utils/device/dates";
import { localDate } from "$/utils/device/dates";
import { date_of, day_number, span_of } from "$/utils/logic/days.js";
import { bins_of, chart_of } from "$/utils/logic/over_time.js";
import { rhythm } from "$/utils/logic/rhythm.js";
import { around, feelings, helped } from "$/utils/logic/together.js";
import { cardNames } from "./card_names";
import { watchLog } from "./log_watch";
import { filled } from "./sentences";
import { Shared } from "./shared";
import words from "$/utils/pages/insight_words.json";

/** So many lines of a table are shown at most. */
const LINES = 12;
/** So many sentences are said of one thing. */
const SENTENCES = 3;
/** Fewer answers than this are shown, but not said. */
const LEAST_ANSWERS = 3;
const LEAST_DAYS = 3;
const LEAST_ENTRIES = 6;

const NO_CHART = { points: [], lines: [] };
/** @type {Insights} */
const NOTHING = {
  ready: false,
  trouble: null,
  any: false,
  from: "",
  to: "",
  mood: NO_CHART,
  urge: NO_CHART,
  days: [],
  over_time: [],
  weekdays: [],
  parts: [],
  rhythm: [],
  around: [],
  around_said: [],
  helped: [],
  helped_said: [],
  feelings: [],
  feelings_said: [],
};

/**
 * @param {Records} records
 * @param {number} days how many days to look back; 0 for all, -1 for none yet
 * @returns {Insights}
 */
export function useInsights(records, days) {
  let look = looks.get(days);
  if (!look) {
    look = new Look(records, days);
    looks.set(days, look);
  }
  return useSyncExternalStore(look.subscribe, look.answer, () => NOTHING);
}

/** By the days they look back. @type {Map<number, Look>} */
const looks = new Map();

/** What was shown last stays until the rows of another time are there, so that nothing jumps. */
let latest = NOTHING;

/** One look back, for as long as a page shows it. @extends {Shared<Insights>} */
class Look extends Shared {
  #end = () => {};

  /** @param {Records} records @param {number} days */
  constructor(records, days) {
    super(NOTHING);
    this.records = records;
    this.days = days;
  }

  begin() {
    if (this.days < 0) {
      // The database is opened and the names are read before they are needed.
      this.#end = cardNames.subscribe(() => {});
      return;
    }
    this.current = latest;
    const first = firstDate(localDate(new Date()), this.days);
    this.#end = watchLog(this.records, first, (log) => {
      const today = localDate(new Date());
      const found = insightsOf(log.entries.map(counted), log.answers, today, this.days, log.name);
      latest = { ...found, ready: true, trouble: log.trouble };
      this.tell(latest);
    });
  }

  end() {
    this.#end();
    this.current = NOTHING;
  }
}

/**
 * @param {string} today
 * @param {number} days
 */
function firstDate(today, days) {
  return days === 0 ? "" : date_of(span_of(days, day_number(today), 0).first);
}

/**
 * @param {LogEntry} entry
 * @returns {CountedEntry}
 */
export function counted({ at, local_date, mood, urge, ...lists }) {
  return { ...lists, mood, urge, day: day_number(local_date), hour: new Date(at).getHours() };
}

/**
 * @param {CountedEntry[]} entries
 * @param {{ card: string, helped: number }[]} answers
 * @param {string} today
 * @param {number} days
 * @param {(key: string) => string} name
 */
function insightsOf(entries, answers, today, days, name) {
  const last = day_number(today);
  const earliest = entries.reduce((least, { day }) => Math.min(least, day), last);
  const span = span_of(Math.max(days, 0), last, earliest);
  const bins = bins_of(entries, span.first, span.last, span.width);
  return {
    any: entries.length + answers.length > 0,
    from: shortDate(date_of(span.first)),
    to: shortDate(date_of(span.last)),
    mood: chart_of(bins, "mood", span, 1, 5),
    urge: chart_of(bins, "urge", span, 0, 10),
    days: daysTable(bins, span),
    over_time: middles(entries, bins, span),
    ...rhythms(entries),
    ...together(entries, answers, name),
  };
}

/**
 * @param {Bin[]} bins
 * @param {Span} span
 */
function daysTable(bins, span) {
  return [...bins].reverse().map((bin) => ({
    name: filled(words.width[span.width], { date: shortDate(date_of(bin.day)) }),
    mood: moodText(bin.mood),
    urge: urgeText(bin.urge),
  }));
}

/**
 * @param {CountedEntry[]} entries
 * @param {Bin[]} bins
 * @param {Span} span
 */
function middles(entries, bins, span) {
  const [whole] = bins_of(entries, span.first, span.last, span.last - span.first + 1);
  const enough = (/** @type {"mood" | "urge"} */ field) =>
    whole && bins.filter((bin) => bin[field] !== null).length >= LEAST_DAYS;
  const said = [];
  if (enough("mood")) {
    said.push(filled(words.middle_mood, { mood: moodText(whole.mood) }));
  }
  if (enough("urge")) {
    said.push(filled(words.middle_urge, { urge: urgeText(whole.urge) }));
  }
  return said.length > 0 ? said : [words.too_few];
}

/**
 * @param {CountedEntry[]} entries
 */
function rhythms(entries) {
  /** @type {string[]} */
  const said = [];
  let enough = false;
  /** @param {"weekday" | "part"} kind @param {string[]} names */
  const table = (kind, names) => {
    const moods = rhythm(entries, "mood", kind);
    const urges = rhythm(entries, "urge", kind);
    for (const [field, groups] of /** @type {[string, Group[]][]} */ ([
      ["mood", moods],
      ["urge", urges],
    ])) {
      groups.forEach((group, at) => {
        enough ||= group.days >= LEAST_ENTRIES;
        if (group.stands) {
          const text = field === "mood" ? moodText : urgeText;
          const parts = { middle: text(group.middle), rest: text(group.rest) };
          const sentence = words.stands[`${field}_${group.stands}`];
          said.push(filled(sentence, { group: names[at], ...parts }));
        }
      });
    }
    return names.map((name, at) => ({
      name,
      mood: moodText(moods[at].middle),
      urge: urgeText(urges[at].middle),
      share: 10 * (urges[at].middle ?? 0),
    }));
  };
  const weekdays = table("weekday", words.weekdays);
  const parts = table("part", words.parts);
  if (said.length === 0) said.push(enough ? words.no_time : words.too_few);
  return { weekdays, parts, rhythm: said };
}

/**
 * @param {CountedEntry[]} entries
 * @param {{ card: string, helped: number }[]} answers
 * @param {(key: string) => string} name
 */
function together(entries, answers, name) {
  const triggers = around(entries);
  const cards = helped(answers, entries);
  const named = feelings(entries);
  const standing = triggers.filter(({ stands }) => stands);
  const answered = cards.filter(({ times }) => times >= LEAST_ANSWERS);
  const first = named.find(({ of }) => of >= LEAST_ENTRIES);
  return {
    around: triggers.slice(0, LINES).map((row) => ({
      name: name(row.key),
      text: filled(words.of, { part: row.strong, whole: row.entries }),
      share: Math.round((100 * row.strong) / row.entries),
    })),
    around_said: orElse(
      standing.map((row) => filled(words.around, { name: name(row.key), ...row })),
      triggers.some((row) => Math.min(row.entries, row.others) >= LEAST_ENTRIES)
        ? words.around_none
        : words.too_few,
    ),
    helped: cards.slice(0, LINES).map((row) => ({
      name: name(row.key),
      text: helpedText(row),
      share: row.times > 0 ? Math.round((100 * row.helped) / row.times) : 0,
    })),
    helped_said: orElse(
      answered.map((row) => filled(words.helped, { name: name(row.key), ...row })),
      words.too_few,
    ),
    feelings: named.slice(0, LINES).map((row) => ({
      name: name(row.key),
      text: filled(words.of, { part: row.entries, whole: row.of }),
      share: Math.round((100 * row.entries) / row.of),
    })),
    feelings_said: orElse(
      first ? [filled(words.most_named, { name: name(first.key), ...first })] : [],
      words.too_few,
    ),
  };
}

/**
 * @param {{ helped: number, times: number, noted: number }} row
 */
function helpedText(row) {
  const times = row.times > 0 ? [filled(words.times, row)] : [];
  const noted = row.noted > 0 ? [filled(words.noted, row)] : [];
  return [...times, ...noted].join(" · ");
}

/**
 * @param {string[]} sentences
 * @param {string} otherwise
 */
function orElse(sentences, otherwise) {
  return sentences.length > 0 ? sentences.slice(0, SENTENCES) : [otherwise];
}

/**
 * @param {number | null} value
 */
function moodText(value) {
  return value === null ? words.nothing : words.moods[value];
}

/**
 * @param {number | null} value
 */
function urgeText(value) {
  return value === null ? words.nothing : filled(words.urge_of_ten, { urge: numberText(value) });
}
