/**
 * Packs: many small files fetched as one, and kept as the single answers they hold.
 *
 * A pack is a JSON list of [address, content type, text], named by its content. Each has a cache of
 * its own that bears its name, so two versions of a site share the packs in which they agree, and no
 * version changes one of another. The build makes them (packs.py).
 */
import { DIGEST_HEADER, digestHeader, integrityOf, isIntact } from "./intact.js";
import { asPublished } from "./published.js";

/** @typedef {{pack: string, url: string, integrity: string}} PackEntry as the build lists it */

/**
 * @typedef {object} Pack
 * @property {string} name of the section its files belong to, or REST
 * @property {string} scope what the addresses in it are relative to
 * @property {string} url where it is fetched
 * @property {string} integrity
 * @property {string} cache name of the cache its files are kept in
 * @property {string} whole where their number is kept, once all of them are
 */

/** The pack of what has none of its own (REST in packs.py). */
const REST = "rest";

/** Endings of what the build packs (CONTENT_TYPES in packs.py). */
const PACKED = /(\/|\.html|\.js|\.css)$/;

/** What the address of a file begins with that belongs to a section: its folder, or its page's. */
const SECTION = /^(?:assets\/_(.+?)_\._|([^/]+)\/)/;

/** Headers that describe a pack itself, not what is in it. */
const OF_THE_PACK = [
  "Accept-Ranges",
  "Age",
  "Cache-Control",
  "Content-Digest",
  "Content-Encoding",
  "Content-Length",
  "Date",
  "ETag",
  "Expires",
  "Last-Modified",
  "Repr-Digest",
  "Vary",
];

/**
 * @param {string} scope
 * @returns {string} what the names of all packs' caches begin with; an address holds no space
 */
function cachesOf(scope) {
  return `packs ${scope} `;
}

/**
 * @param {string} scope the service worker's
 * @param {PackEntry} entry
 * @returns {Pack}
 */
export function packAt(scope, { pack, url, integrity }) {
  const { href } = new URL(url, scope);
  const cache = `${cachesOf(scope)}${url}`;
  return { name: pack, scope, url: href, integrity, cache, whole: `${href}?whole` };
}

/**
 * @param {readonly Pack[]} packs all of this version
 * @param {URL} url of a page or file
 * @returns {Pack | undefined} the only pack it can be in
 */
export function packFor(packs, { href, pathname }) {
  const [{ scope } = { scope: "" }] = packs;
  if (!href.startsWith(scope) || !PACKED.test(pathname)) return undefined;
  const [, ofPage, folder] = SECTION.exec(href.slice(scope.length)) ?? [];
  const own = packs.find(({ name }) => encodeURI(name) === (ofPage ?? folder));
  return own ?? packs.find(({ name }) => name === REST);
}

/**
 * @param {Pack} pack
 * @param {URL} url
 * @returns {Promise<Response | undefined>} the file as it was packed, whatever the query; one that
 *   has rotted is thrown away, and its pack is then not whole
 */
export async function packedFile({ cache }, { origin, pathname }) {
  const address = origin + pathname;
  try {
    const file = await caches.match(address, { cacheName: cache });
    if (file === undefined || (await isSound(cache, address, file))) return file;
    await (await caches.open(cache)).delete(address);
  } catch {
    // A storage that cannot be read holds nothing.
  }
  return undefined;
}

/**
 * @param {string} cache
 * @param {string} address
 * @param {Response} file
 */
async function isSound(cache, address, file) {
  const [, digest] = /^sha-256=:(.+):$/.exec(file.headers.get(DIGEST_HEADER) ?? "") ?? [];
  return digest !== undefined && isIntact(`${cache} ${address}`, file, `sha256-${digest}`);
}

/**
 * @param {Pack} pack
 * @returns {Promise<boolean>} false when a file is missing, or the browser was stopped on the way
 */
export async function isWhole({ cache, whole }) {
  try {
    const count = await caches.match(whole, { cacheName: cache });
    if (count === undefined) return false;
    const kept = await (await caches.open(cache)).keys();
    return kept.length === Number(await count.text()) + 1;
  } catch {
    return false;
  }
}

/**
 * @param {Pack} pack
 * @returns {Promise<Map<string, Response>>} answers by address
 */
async function fetchPack({ scope, url, integrity }) {
  // It is taken apart and never asked for again: the browser's own copy would only take room.
  const request = new Request(url, { integrity, cache: "no-store", credentials: "same-origin" });
  const response = await asPublished({ request, response: await fetch(request) });
  if (response === null) throw new Error(`${url} is not what was published`);
  // The host's protections, such as its Content-Security-Policy, belong to every answer.
  const shared = new Headers(response.headers);
  for (const name of OF_THE_PACK) shared.delete(name);
  /** @type {[string, string, string][]} */
  const files = await response.json();
  const encoder = new TextEncoder();
  /** @type {[string, Response][]} */
  const answers = await Promise.all(
    files.map(async ([address, type, text]) => {
      const bytes = encoder.encode(text);
      const headers = new Headers(shared);
      headers.set("Content-Type", type);
      headers.set(DIGEST_HEADER, digestHeader(await integrityOf(bytes)));
      return [new URL(address, scope).href, new Response(bytes, { headers })];
    }),
  );
  return new Map(answers);
}

/** @param {Pack} pack */
async function fill(pack) {
  const files = await fetchPack(pack);
  const isNew = !(await caches.has(pack.cache));
  const cache = await caches.open(pack.cache);
  try {
    await Promise.all([...files].map(([address, file]) => cache.put(address, file)));
    await cache.put(pack.whole, new Response(String(files.size)));
  } catch (error) {
    // The storage is full: half a pack would only take room that what is in use may need.
    if (isNew) await caches.delete(pack.cache);
    throw error;
  }
}

/**
 * Keeps a pack, unless it is kept already.
 *
 * @param {Pack} pack
 * @returns {Promise<void>} rejected when it cannot be fetched, is not what was published, or cannot
 *   be stored
 */
export async function keepPack(pack) {
  if (!(await isWhole(pack))) await fill(pack);
}

/**
 * Forgets the packs of other versions.
 *
 * @param {string} scope
 * @param {readonly Pack[]} packs all of this version
 */
export async function forgetOtherPacks(scope, packs) {
  const current = new Set(packs.map(({ cache }) => cache));
  const ours = (await caches.keys()).filter((name) => name.startsWith(cachesOf(scope)));
  await Promise.all(ours.filter((name) => !current.has(name)).map((name) => caches.delete(name)));
}
