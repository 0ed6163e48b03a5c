/**
 * Addresses that lead on to another page: once a page has told where, the page it leads to is shown
 * at once, and takes its own address (own_address.js). What is told holds for the time zone and the
 * language it was told in.
 */

import { timeZone } from "./time_zone.js";

/** @typedef {{to: string, zone: string, language: string}} Lead */

const CACHE = "leads";

/** Where the phone is, and what it speaks. */
function here() {
  return { zone: timeZone(), language: navigator.language };
}

/**
 * Remembers where a page leads on to; only within the site.
 *
 * @param {string} scope the service worker's
 * @param {{from: string, to: string}} told addresses of pages
 */
export async function keepLead(scope, { from, to }) {
  if (![from, to].every((address) => String(address).startsWith(scope))) return;
  const cache = await caches.open(CACHE);
  const lead = JSON.stringify({ to, ...here() });
  const kept = await cache.match(from);
  // Pages tell it again and again: what is there already is not written once more.
  if ((await kept?.text()) === lead) return;
  await cache.put(from, new Response(lead));
}

/** Forgets all of them: another version of the site may have other pages. */
export function forgetLeads() {
  return caches.delete(CACHE);
}

/**
 * @param {URL} url of a page
 * @returns {Promise<URL | undefined>} the page it leads on to, where that is known
 */
export async function ledOn(url) {
  if (url.search !== "") return undefined;
  const answer = await caches.match(url.href.split("#")[0], { cacheName: CACHE });
  const kept = /** @type {Lead | undefined} */ (await answer?.json());
  if (kept === undefined) return undefined;
  const { zone, language } = here();
  if (kept.zone !== zone || kept.language !== language) return undefined;
  return new URL(kept.to);
}
