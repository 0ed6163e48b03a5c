/**
 * The service worker: every page and asset of one version, kept whole, served without a network.
 *
 * The build replaces `self.__WB_MANIFEST` by the list of files, each with the SHA-256 of its
 * content. The browser refuses a file with another content, so neither a login page of a Wi-Fi
 * network, nor a cut-off answer, nor half of another version can get into the cache
 * (https://www.w3.org/TR/SRI/).
 */
import { clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { pageCandidates } from "./page_address.js";
import { asPublished } from "./published.js";

/** @typedef {{url: string, integrity: string, revision: string | null}} Entry */
/** @typedef {{__WB_MANIFEST: Entry[]}} Published */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Same name as in names.js, which reads its options from a page. */
const SKIP_WAITING = "SKIP_WAITING";

const NOT_FOUND_PAGE = new URL("404.html", worker.registration.scope).href;

const precache = new PrecacheController({ plugins: [{ cacheWillUpdate: asPublished }] });
precache.addToCacheList(/** @type {Published} */ (/** @type {unknown} */ (self)).__WB_MANIFEST);

worker.addEventListener("install", (event) => void precache.install(event));
worker.addEventListener("activate", (event) => void precache.activate(event));
worker.addEventListener("message", (event) => {
  if (event.data?.type === SKIP_WAITING) void worker.skipWaiting();
});
clientsClaim();

/** @returns {Promise<Response>} the site's own page for an unknown address, with status 404 */
async function notFound() {
  const page = await precache.matchPrecache(NOT_FOUND_PAGE);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(page?.body ?? "", { status: 404, headers });
}

/** @param {URL} url */
function publishedPage(url) {
  return pageCandidates(url).find((address) => precache.getCacheKeyForURL(address) !== undefined);
}

/** @type {import("workbox-core").RouteHandlerCallback} */
async function openPage({ event, request, url }) {
  const page = publishedPage(url);
  // The router knows a page by its folder's address only.
  if (page !== undefined && url.pathname.endsWith("/index.html")) return Response.redirect(page);
  try {
    if (page === undefined) return await fetch(request);
    const key = precache.getCacheKeyForURL(page) ?? "";
    const params = { integrity: precache.getIntegrityForCacheKey(key) ?? "" };
    const serve = precache.createHandlerBoundToURL(page);
    return await serve({ event, request, url, params: /** @type {any} */ (params) });
  } catch {
    return notFound();
  }
}

registerRoute(new NavigationRoute(openPage));
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/.*/] }));
