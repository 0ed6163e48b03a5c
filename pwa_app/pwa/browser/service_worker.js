/**
 * The service worker: every page and asset of one version, kept whole, served without a network.
 *
 * The build replaces `self.__WB_MANIFEST` by the list of packs and files, each with the SHA-256 of
 * its content. The browser refuses what has another content, so neither a login page of a Wi-Fi
 * network, nor a cut-off answer, nor half of another version can get into a cache
 * (https://www.w3.org/TR/SRI/).
 */
import { clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { aFewAtATime } from "./lanes.js";
import { forgetLeads, keepLead, ledOn } from "./leads.js";
import { forgetOtherPacks, keepPack, packAt, packFor, packedFile } from "./packs.js";
import { pageCandidates } from "./page_address.js";
import { asPublished } from "./published.js";
import { forgetSecrets, giveSecret, keepSecret } from "./secrets.js";

/** @typedef {import("workbox-core").RouteHandlerCallbackOptions} Options */
/** @typedef {import("./packs.js").Pack} Pack */
/** @typedef {{url: string, integrity: string, revision: string | null, pack?: string}} Entry */
/** @typedef {{__WB_MANIFEST: Entry[]}} Published */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const published = /** @type {Published} */ (/** @type {unknown} */ (self)).__WB_MANIFEST;

/** Same names as in names.js, which reads its options from a page. */
const SKIP_WAITING = "SKIP_WAITING";
const LEADS_ON = "LEADS_ON";
const SECRET_LEFT = "SECRET_LEFT";
const SECRET_ASKED = "SECRET_ASKED";
const SECRETS_FORGOTTEN = "SECRETS_FORGOTTEN";

/** Downloads at a time: few, so that a slow network still has room for the person's own taps. */
const LANES = 4;

const NOT_FOUND_PAGE = new URL("404.html", scope).href;

/** @type {Map<Entry, Pack>} */
const packs = new Map(
  published.flatMap((entry) => {
    const { pack, url, integrity } = entry;
    return pack === undefined ? [] : [[entry, packAt(scope, { pack, url, integrity })]];
  }),
);
const allPacks = [...packs.values()];

const precache = new PrecacheController({ plugins: [{ cacheWillUpdate: asPublished }] });
precache.addToCacheList(published.filter((entry) => !packs.has(entry)));

/**
 * Keeps one file, as PrecacheController.install does, which takes one after the other.
 *
 * @param {ExtendableEvent} event
 * @param {Entry} entry
 */
async function keepFile(event, { url, integrity, revision }) {
  const cache = revision === null ? "default" : "reload";
  const request = new Request(url, { integrity, cache, credentials: "same-origin" });
  await Promise.all(precache.strategy.handleAll({ event, request }));
}

/** @param {ExtendableEvent} event */
async function install(event) {
  await aFewAtATime(published, LANES, (entry) => {
    const pack = packs.get(entry);
    return pack === undefined ? keepFile(event, entry) : keepPack(pack);
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
 * Fetches a pack again that has lost a file, once in this worker's life.
 *
 * @param {Pack} pack
 */
function mended(pack) {
  // Without a network, or with a newer version on the host, it stays as it is.
  const attempt = mending.get(pack) ?? keepPack(pack).catch(() => undefined);
  mending.set(pack, attempt);
  return attempt;
}

/**
 * @param {ExtendableEvent} event
 * @param {URL} url
 * @returns {Promise<Response | undefined>}
 */
async function fromPack(event, url) {
  const pack = packFor(allPacks, url);
  if (pack === undefined) return undefined;
  const file = await packedFile(pack, url);
  if (file === undefined) event.waitUntil(mended(pack));
  return file;
}

/**
 * @param {Options} options
 * @param {string} address of a page or file
 * @returns {Promise<Response | undefined>} nothing when it is not of this site
 */
async function keptPage({ event, request, url }, address) {
  const key = precache.getCacheKeyForURL(address);
  if (key === undefined) return fromPack(event, new URL(address));
  const params = { integrity: precache.getIntegrityForCacheKey(key) ?? "" };
  const serve = precache.createHandlerBoundToURL(address);
  return serve({ event, request, url, params: /** @type {any} */ (params) });
}

/** @returns {Promise<Response>} the site's own page for an unknown address, with status 404 */
async function notFound() {
  const page = await precache.matchPrecache(NOT_FOUND_PAGE);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(page?.body ?? "", { status: 404, headers });
}

/** @type {import("workbox-core").RouteHandlerCallback} */
async function openPage(options) {
  const [led, page] = await Promise.all([ledOn(options.url), publishedPage(options)]);
  return led ?? page;
}

/**
 * @param {Options} options
 * @returns {Promise<Response>}
 */
async function publishedPage(options) {
  const { request, url } = options;
  try {
    for (const address of new Set(pageCandidates(url))) {
      const page = await keptPage(options, address);
      if (page === undefined) continue;
      // The router knows a page by its folder's address only.
      return url.pathname.endsWith("/index.html") ? Response.redirect(address) : page;
    }
    return await fetch(request);
  } catch {
    return notFound();
  }
}

registerRoute(new NavigationRoute(openPage));
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/.*/] }));
registerRoute(
  ({ url }) => packFor(allPacks, url) !== undefined,
  async ({ event, request, url }) => (await fromPack(event, url)) ?? fetch(request),
);
