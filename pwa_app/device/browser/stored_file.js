/** @import { Records } from "./records" */
/** @typedef {{ address: string | null, missing: boolean }} Loaded */
import { createElement, useEffect, useSyncExternalStore } from "react";

/** @type {Loaded} */
const LOADING = Object.freeze({ address: null, missing: false });

/**
 * A kept file under an address of this page, which lives while somebody shows it: what was shown
 * before takes no memory.
 */
class FileAddress {
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #loaded = LOADING;
  #reading = false;

  /** @param {Records} records @param {string} table @param {string} key */
  constructor(records, table, key) {
    this.records = records;
    this.table = table;
    this.key = key;
  }

  loaded = () => this.#loaded;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    if (this.#loaded === LOADING && !this.#reading) void this.#load();
    return () => {
      this.#listeners.delete(listener);
      // What was loaded as the next one is shown in the same moment.
      setTimeout(() => {
        if (this.#listeners.size === 0) this.#forget();
      });
    };
  };

  async #load() {
    this.#reading = true;
    // A file that cannot be read is missing for the person, who is told so.
    const row = await this.records.get(this.table, this.key).catch(() => undefined);
    this.#reading = false;
    if (this.#listeners.size === 0) return;
    const { content, type } = row ?? {};
    const blob = content instanceof ArrayBuffer && new Blob([content], { type: String(type) });
    this.#tell({ address: blob ? URL.createObjectURL(blob) : null, missing: !blob });
  }

  #forget() {
    if (this.#loaded.address) URL.revokeObjectURL(this.#loaded.address);
    this.#loaded = LOADING;
    addresses.delete(this.key);
  }

  /** @param {Loaded} loaded */
  #tell(loaded) {
    this.#loaded = loaded;
    for (const listener of this.#listeners) listener();
  }
}

/** Those that are shown. @type {Map<string, FileAddress>} */
const addresses = new Map();

const NONE = { subscribe: () => () => {}, loaded: () => LOADING };

/**
 * @param {Records} records
 * @param {string} table
 * @param {string} key empty for no file
 */
function useFileAddress(records, table, key) {
  let file = key ? addresses.get(key) : undefined;
  if (key && !file) {
    file = new FileAddress(records, table, key);
    addresses.set(key, file);
  }
  const { subscribe, loaded } = file ?? NONE;
  return useSyncExternalStore(subscribe, loaded, () => LOADING);
}

/**
 * A picture or a sound that is kept on the phone; its children where it cannot be read. The next
 * picture is made ready, so that it is there at once.
 * @param {{
 *   records: Records, table: string, file: string, kind: "picture" | "sound", label: string,
 *   nextPicture?: string, children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function StoredFile({ records, table, file, kind, label, nextPicture, children, ...rest }) {
  const { address, missing } = useFileAddress(records, table, file);
  const next = useFileAddress(records, table, nextPicture ?? "").address;
  useEffect(() => {
    if (!next) return;
    const picture = new Image();
    picture.src = next;
    // One that cannot be drawn says so when it is shown.
    picture.decode().catch(() => undefined);
  }, [next]);
  if (missing) return children;
  if (!address) return null;
  if (kind === "picture") return createElement("img", { ...rest, src: address, alt: label });
  return createElement("audio", { ...rest, src: address, controls: true, "aria-label": label });
}
