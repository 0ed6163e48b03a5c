/** Photos and sounds on their way into the hope box. */
/** @import { Trouble } from "../../device/browser/types" */
/** @typedef {{ blob: Blob, small?: string }} Prepared `small` is a little picture of a photo */
/** @typedef {"unreadable" | "too_large" | Trouble} Refusal */
import { useEffect } from "react";
import { troubleOf } from "$/utils/device/database";
import { openPicture, pictureAddress, pictureFile } from "./picture";
import { records } from "$/utils/pages/store";

const FILES = "HopeFile";
const ITEMS = "HopeItem";
const DRAFTS = "Draft";

/** The longest side of a photo in pixels: sharp on a phone held close, a few hundred kilobytes. */
const PHOTO_SIDE = 1600;
const SMALL_SIDE = 96;

/** A file that was chosen a moment ago may not be named by its draft yet. */
const SETTLED_MS = 600_000;

const LOOKED_AT_MS = 5000;

/** The file is not what this browser can show or play. */
class UnreadableError extends Error {}

/** The file is larger than the box takes. */
class TooLargeError extends Error {}

/**
 * Keeps the file chosen in a control, and names it in the control's form.
 * @param {string} id of the file control
 * @param {"picture" | "sound"} kind
 * @returns {Promise<{ refused: Refusal | null }>}
 */
export async function keepChosen(id, kind) {
  const chooser = document.getElementById(id);
  const file = chooser instanceof HTMLInputElement ? chooser.files?.[0] : undefined;
  if (!(chooser instanceof HTMLInputElement) || !file) return { refused: null };
  const told = await keep(id, () => (kind === "picture" ? smallPhoto(file) : sound(file)));
  chooser.value = "";
  return told;
}

/**
 * Keeps what was recorded, and names it in a control's form.
 * @param {string} id of a control of the form
 * @param {Blob} blob
 */
export function keepRecording(id, blob) {
  return keep(id, async () => ({ blob }));
}

/**
 * @param {string} id
 * @param {() => Promise<Prepared>} prepare
 * @returns {Promise<{ refused: Refusal | null }>}
 */
async function keep(id, prepare) {
  try {
    const { blob, small } = await prepare();
    const content = await blob.arrayBuffer();
    const limit = records.schema.tables[FILES].fields.content.longest ?? Infinity;
    if (content.byteLength > limit) throw new TooLargeError();
    const { id: file } = await records.put(FILES, { type: blob.type, content });
    const before = fileField(id)?.value;
    nameInForm(id, { file: String(file), size: String(content.byteLength), small: small ?? "" });
    if (before) await drop(before);
    return { refused: null };
  } catch (error) {
    if (error instanceof UnreadableError) return { refused: "unreadable" };
    if (error instanceof TooLargeError) return { refused: "too_large" };
    return { refused: troubleOf(error) };
  }
}

/**
 * Puts values into the hidden fields of the form that a control stands in.
 * @param {string} id
 * @param {Record<string, string>} values
 */
function nameInForm(id, values) {
  const control = document.getElementById(id);
  const form = control instanceof HTMLInputElement ? control.form : null;
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  form?.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * The hidden field that names the file, in the form that a control stands in.
 * @param {string} id
 */
function fileField(id) {
  const control = document.getElementById(id);
  const field = control instanceof HTMLInputElement && control.form?.elements.namedItem("file");
  return field instanceof HTMLInputElement ? field : null;
}

/**
 * Takes the file out of a control's form.
 * @param {string} id of a control of the form
 */
export async function takeOut(id) {
  const before = fileField(id)?.value;
  nameInForm(id, { file: "", size: "", small: "" });
  if (before) await drop(before);
}

/**
 * Deletes the bytes of a file that a form has named, unless a kept thing has it.
 * @param {string} file
 */
async function drop(file) {
  const { database } = records;
  await database.transaction("rw", FILES, ITEMS, async () => {
    const items = await database.table(ITEMS).toArray();
    if (!items.some((item) => item.file === file)) await database.table(FILES).delete(file);
  });
}

/** @param {Blob} file @returns {Promise<Prepared>} */
async function smallPhoto(file) {
  const picture = await openPicture(file).catch(() => {
    throw new UnreadableError();
  });
  try {
    const blob = await pictureFile(picture, PHOTO_SIDE);
    return { blob, small: pictureAddress(picture, SMALL_SIDE) };
  } finally {
    picture.close();
  }
}

/** @param {Blob} file @returns {Promise<Prepared>} */
async function sound(file) {
  const limit = records.schema.tables[FILES].fields.content.longest ?? Infinity;
  if (file.size > limit) throw new TooLargeError();
  if (!(await canBeHeard(file))) throw new UnreadableError();
  return { blob: file };
}

/**
 * Whether this browser can play a file.
 * @param {Blob} file
 * @returns {Promise<boolean>}
 */
function canBeHeard(file) {
  const address = URL.createObjectURL(file);
  const audio = new Audio();
  audio.preload = "metadata";
  /** @type {Promise<boolean>} */
  const heard = new Promise((resolve) => {
    audio.onloadedmetadata = () => resolve(true);
    audio.onerror = () => resolve(false);
    // A phone that saves power may not look into a file before it is played.
    setTimeout(() => resolve(file.type.startsWith("audio/")), LOOKED_AT_MS);
    audio.src = address;
  });
  return heard.finally(() => {
    audio.removeAttribute("src");
    URL.revokeObjectURL(address);
  });
}

/** Sweeps out files that were chosen, but that nothing kept names any more. */
async function sweep() {
  const { database } = records;
  const settled = new Date(Date.now() - SETTLED_MS).toISOString();
  await database.transaction("rw", FILES, ITEMS, DRAFTS, async () => {
    const old = await database.table(FILES).where("at").below(settled).primaryKeys();
    if (old.length === 0) return;
    const named = new Set((await database.table(ITEMS).toArray()).map(({ file }) => file));
    for (const { values } of await database.table(DRAFTS).toArray()) named.add(values.file?.[0]);
    await database.table(FILES).bulkDelete(old.filter((file) => !named.has(file)));
  });
}

/** Sweeps once, when its page is opened. */
export function SweepFiles() {
  useEffect(() => {
    // Where nothing can be kept there is nothing to sweep, and the page says why.
    sweep().catch(() => undefined);
  }, []);
  return null;
}
