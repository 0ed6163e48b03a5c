/** From the answers of a form to the record that is kept, and what is wrong with it. */
/** @import { Problems, RecordData, StoreSchema, TableSchema } from "./types" */
/** @typedef {Record<string, string[]>} Texts the answers of a form by name */
import { textsOf } from "./controls";
import { momentField, parseField, problemsOf } from "./values";

/** A clock that was just put right may be a little behind the minute that was picked. */
const SOON_MS = 60_000;

/**
 * The record that a form makes of the one kept before. What has no control stays as it was.
 * @param {HTMLFormElement} form
 * @param {TableSchema} table
 * @param {Texts} texts
 * @param {RecordData | undefined} kept
 * @param {string | undefined} key the key of a record that is not there yet
 */
export function recordFrom(form, table, texts, kept, key) {
  /** @type {RecordData} */
  const record = { ...kept };
  if (key && !kept) record[table.key] = key;
  for (const [name, field] of Object.entries(table.fields)) {
    if (!form.elements.namedItem(name)) continue;
    if (field.fill) {
      setMoment(record, table, name, texts[name]?.[0], kept);
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
 * @param {TableSchema} table
 * @param {string} name
 * @param {string | undefined} text
 * @param {RecordData | undefined} kept
 */
function setMoment(record, table, name, text, kept) {
  const before = kept ? textsOf(table, kept)[name]?.[0] : undefined;
  if (text === undefined || text === before) return;
  record[name] = parseField(table.fields[name], [text]);
  for (const [other, { fill }] of Object.entries(table.fields)) {
    if (fill === "local_date") delete record[other];
  }
}

/**
 * A record with what another tab has kept since this form read it. What was not changed here is
 * as it is there; of a text that was changed in both, no line is dropped.
 * @param {TableSchema} table
 * @param {RecordData | undefined} read as this form read it
 * @param {RecordData | undefined} now as it is kept now
 * @param {RecordData} record as this form makes it
 */
export function withOthers(table, read, now, record) {
  const joined = { ...record };
  let taken = false;
  for (const [name, field] of Object.entries(now ? table.fields : {})) {
    const [before, there, here] = [read?.[name], now?.[name], record[name]];
    if (field.fill || same(before, there) || same(here, there)) continue;
    if (same(before, here)) joined[name] = there;
    else if (typeof there === "string" && typeof here === "string") {
      joined[name] = joinedLines(here, there, typeof before === "string" ? before : "");
    }
    if (joined[name] === undefined) delete joined[name];
    taken = true;
  }
  return taken ? joined : record;
}

/** @param {unknown} one @param {unknown} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {string} here
 * @param {string} there
 * @param {string} before lines that one of the two has dropped are not brought back
 */
function joinedLines(here, there, before) {
  const [mine, old] = [here.split("\n"), before.split("\n")];
  const others = there.split("\n").filter((line) => !mine.includes(line) && !old.includes(line));
  return [...mine, ...others].join("\n");
}

/**
 * @param {TableSchema} table
 * @param {Texts} texts
 * @param {RecordData} record
 * @param {RecordData | undefined} kept
 * @param {string[]} [needs] fields of which one has to be answered
 * @returns {Problems}
 */
export function problemsFrom(table, texts, record, kept, needs = []) {
  const anything = Object.entries(texts).some(
    ([name, answers]) => !table.fields[name]?.fill && answers.some((text) => text.trim() !== ""),
  );
  if (!anything && !kept) return { form: { code: "empty" } };
  const problems = problemsOf(table, record);
  const lacking = needs.length > 0 && needs.every((name) => record[name] === undefined);
  if (lacking) problems[needs[0]] ??= { code: "missing" };
  const when = momentField(table);
  if (when === undefined || record[when] === kept?.[when]) return problems;
  const isToCome = Date.parse(String(record[when])) > Date.now() + SOON_MS;
  return isToCome ? { ...problems, [when]: { code: "future" } } : problems;
}

/**
 * The new words in a record, as records of their own, to be offered from now on.
 * @param {StoreSchema} schema
 * @param {string | undefined} table where words are remembered
 * @param {Texts} words new words by list
 * @param {RecordData} record
 */
export function rememberedFrom(schema, table, words, record) {
  if (!table) return [];
  return Object.entries(words).flatMap(([list, added]) => {
    const kept = /** @type {string[]} */ (record[list] ?? []);
    const used = [...new Set(added)].filter((word) => kept.includes(word));
    const rows = used.map((word) => ({ id: `${list}:${word}`, list, word }));
    // A word too long to be offered stays in its entry all the same.
    const fitting = rows.filter((row) => Object.keys(problemsOf(schema.tables[table], row)).length === 0);
    return fitting.map((row) => ({ table, record: row }));
  });
}
