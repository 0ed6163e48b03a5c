/**
 * The service worker: every page and asset of one version, kept whole, served without a network.
 *
 * The build replaces `self.__WB_MANIFEST` by the list of packs and files, each with the SHA-256 of
 * its content. The browser refuses what has another content, so neither a login page of a Wi-Fi
 * network, nor a cut-off answer, nor half of another version can get into a cache
 * (https://www.w3.org/TR/SRI/). What is kept is looked at again before it is used: what has rotted
 * or was lost is fetched anew, and without a network the last page, which is part of this script
 * (`self.__LAST_PAGE`), takes its place.
 */
import { clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { isIntact } from "./intact.js";
import { aFewAtATime, again } from "./lanes.js";
import { forgetLeads, keepLead, ledOn } from "./leads.js";
import { forgetOtherPacks, isWhole, keepPack, packAt, packFor, packedFile } from "./packs.js";
import { pageCandidates } from "./page_address.js";
import { asPublished, isOfThisSite } from "./published.js";
import { forgetSecrets, giveSecret, keepSecret } from "./secrets.js";
import { within } from "./time_limit.js";

/** @typedef {import("workbox-core").RouteHandlerCallbackOptions} Options */
/** @typedef {import("./packs.js").Pack} Pack */
/** @typedef {{url: string, integrity: string, revision: string | null, pack?: string}} Entry */
/** @typedef {{__WB_MANIFEST: Entry[], __LAST_PAGE: string}} Published */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const published = /** @type {Published} */ (/** @type {unknown} */ (self)).__WB_MANIFEST;
const lastPage = /** @type {Published} */ (/** @type {unknown} */ (self)).__LAST_PAGE;

/** Same names as in names.js, which reads its options from a page. */
const SKIP_WAITING = "SKIP_WAITING";
const LEADS_ON = "LEADS_ON";
const SECRET_LEFT = "SECRET_LEFT";
const SECRET_ASKED = "SECRET_ASKED";
const SECRETS_FORGOTTEN = "SECRETS_FORGOTTEN";

/** Downloads at a time: few, so that a slow network still has room for the person's own taps. */
const LANES = 4;

/** Times that a file is asked for, as connections break; the rest is left to the next visit. */
const TRIES = 3;

/** How long a person waits for the network, in milliseconds, before they get what there is. */
const PATIENCE_MS = 8000;

const NOT_FOUND_PAGE = new URL("404.html", scope).href;

/** @type {Map<Entry, Pack>} */
const packs = new Map(
  published.flatMap((entry) => {
    const { pack, url, integrity } = entry;
    return pack === undefined ? [] : [[entry, packAt(scope, { pack, url, integrity })]];
  }),
);
const allPacks = [...packs.values()];

/** @type {Map<string, string>} */
const integrities = new Map(
  published.map(({ url, integrity }) => [new URL(url, scope).href, integrity]),
);

/** @param {string} address with or without Workbox's own query */
function integrityAt(address) {
  const { origin, pathname } = new URL(address);
  return integrities.get(origin + pathname) ?? "";
}

const precache = new PrecacheController({
  plugins: [
    {
      cacheWillUpdate: asPublished,
      async cachedResponseWillBeUsed({ request, cachedResponse }) {
        const { url } = request;
        if (!cachedResponse || !(await isIntact(url, cachedResponse, integrityAt(url)))) return null;
        return cachedResponse;
      },
    },
  ],
});
precache.addToCacheList(published.filter((entry) => !packs.has(entry)));

/**
 * Keeps one file, as PrecacheController.install does, which takes one after the other.
 *
 * @param {ExtendableEvent} event
 * @param {Entry} entry
 * @param {number} attempt
 */
async function keepFile(event, { url, integrity, revision }, attempt) {
  // What did not fit may be a wrong answer that the browser has kept: it would give it again.
  const cache = revision === null && attempt === 0 ? "default" : "reload";
  const request = new Request(url, { integrity, cache, credentials: "same-origin" });
  await Promise.all(precache.strategy.handleAll({ event, request }));
}

/** @param {ExtendableEvent} event */
async function install(event) {
  await aFewAtATime(published, LANES, (entry) => {
    const pack = packs.get(entry);
    return again(TRIES, (attempt) =>
      pack === undefined ? keepFile(event, entry, attempt) : keepPack(pack),
    );
  });
}

worker.addEventListener("install", (event) => event.waitUntil(install(event)));
worker.addEventListener("activate", (event) => {
  void precache.activate(event);
  event.waitUntil(Promise.all([forgetOtherPacks(scope, allPacks), forgetLeads()]));
});
worker.addEventListener("message", (event) => {
  if (event.data?.type === SKIP_WAITING) void worker.skipWaiting();
  if (event.data?.type === LEADS_ON) event.waitUntil(keepLead(scope, event.data));
  if (event.data?.type === SECRET_LEFT) event.waitUntil(keepSecret(event.data));
  if (event.data?.type === SECRET_ASKED) event.waitUntil(giveSecret(worker, event));
  if (event.data?.type === SECRETS_FORGOTTEN) forgetSecrets(event.data.ticket);
});
clientsClaim();

/** @type {Map<Pack, Promise<void>>} */
const mending = new Map();

/**
 * Fetches a pack again that has lost a file. Whoever needs it meanwhile waits for the same attempt.
 *
 * @param {Pack} pack
 * @returns {Promise<void>} rejected without a network, or with a newer version on the host
 */
function mended(pack) {
  const attempt = mending.get(pack) ?? keepPack(pack).finally(() => mending.delete(pack));
  mending.set(pack, attempt);
  return attempt;
}

/** @type {import("workbox-core").RouteHandlerCallback} */
async function packedAsset({ event, request, url }) {
  const pack = /** @type {Pack} */ (packFor(allPacks, url));
  const file = await packedFile(pack, url);
  if (file !== undefined) return file;
  if (await isWhole(pack)) return fetch(request);
  const attempt = mended(pack).catch(() => undefined);
  event.waitUntil(attempt);
  await within(PATIENCE_MS, attempt);
  return (await packedFile(pack, url)) ?? fetch(request);
}

/**
 * @param {string} address of a file in no pack
 * @returns {Promise<Response | undefined>} nothing where it is lost or has rotted
 */
async function looseFile(address) {
  try {
    const file = await precache.matchPrecache(address);
    if (file && (await isIntact(address, file, integrityAt(address)))) return file;
  } catch {
    // A storage that cannot be read holds nothing.
  }
  return undefined;
}

/**
 * @param {URL} url as the person opened it
 * @returns {Promise<Response | undefined>} nothing when it is not of this site, or lost
 */
async function keptPage(url) {
  for (const address of new Set(pageCandidates(url))) {
    const pack = packFor(allPacks, new URL(address));
    const isLoose = precache.getCacheKeyForURL(address) !== undefined;
    const page = isLoose ? await looseFile(address) : pack && (await packedFile(pack, new URL(address)));
    if (page === undefined) continue;
    // The router knows a page by its folder's address only.
    return url.pathname.endsWith("/index.html") ? Response.redirect(address) : page;
  }
  return undefined;
}

/**
 * @param {URL} url of a page that is not kept
 * @returns {Promise<Pack[]>} what it may have been in; none where all is whole
 */
async function lostPacks(url) {
  const found = pageCandidates(url).map((address) => packFor(allPacks, new URL(address)));
  const named = [...new Set(found)].filter((pack) => pack !== undefined);
  const whole = await Promise.all(named.map(isWhole));
  return named.filter((_pack, at) => !whole[at]);
}

/**
 * @param {Options} options
 * @param {Pack[]} lost
 * @returns {Promise<Response | undefined>} nothing where the network has no page of this site
 */
async function foundAgain({ request, url }, lost) {
  await Promise.allSettled(lost.map(mended));
  const page = await keptPage(url);
  if (page !== undefined) return page;
  const answer = await fetch(request);
  // A network that answers with a page of its own must not hide the way to help.
  return (await isOfThisSite(answer)) ? answer : undefined;
}

/**
 * @param {string | ReadableStream | null} body
 * @param {number} status
 */
function words(body, status) {
  return new Response(body, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** @returns {Promise<Response>} the site's own page for an unknown address, with status 404 */
async function notFound() {
  const page = await looseFile(NOT_FOUND_PAGE);
  return page === undefined ? words(lastPage, 503) : words(page.body, 404);
}

/**
 * @param {Options} options
 * @param {Promise<Response | undefined>} kept the page, as far as it is kept
 * @returns {Promise<Response>}
 */
async function publishedPage(options, kept) {
  const page = await kept;
  if (page !== undefined) return page;
  const lost = await lostPacks(options.url);
  const looking = lost.length > 0 ? foundAgain(options, lost) : fetch(options.request);
  // What is found too late for this page is there for the next.
  options.event.waitUntil(looking.catch(() => undefined));
  const answer = await within(PATIENCE_MS, looking);
  return answer ?? (lost.length > 0 ? words(lastPage, 503) : notFound());
}

/** @type {import("workbox-core").RouteHandlerCallback} */
async function openPage(options) {
  // Both at once: most pages lead nowhere.
  const kept = keptPage(options.url);
  const to = await ledOn(options.url).catch(() => undefined);
  return (to && (await keptPage(to))) ?? publishedPage(options, kept);
}

registerRoute(new NavigationRoute(openPage));
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/.*/] }));
registerRoute(({ url }) => packFor(allPacks, url) !== undefined, packedAsset);
