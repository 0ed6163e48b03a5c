/**
 * The scripts of the page that a finger has just come down on.
 *
 * A tap counts when the finger goes up again, a tenth of a second later: time enough to fetch and read
 * what the router will ask for then. Of links that nobody touches, scripts are fetched only for those
 * that say so, as most likely they are the next tap.
 */

import { DOCUMENT_LINK, HYDRATING_EVENT, NEXT_PAGE_EVENT, SOON_LINK } from "./names.js";
import { belowBase, routeAt } from "./route_list.js";
import { whenAdded } from "./watch.js";

/** @import { Manifest } from "./route_list.js" */

/**
 * @param {Manifest | undefined} manifest nothing before React has come
 * @param {string} path of a page, below the router's own
 * @returns {string[]} addresses of the scripts that the page needs
 */
export function scriptsFor(manifest, path) {
  const routes = manifest?.every ?? manifest?.routes ?? {};
  const route = routes[routeAt(routes, path) ?? ""];
  return route ? [route.module, ...route.imports] : [];
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {string[]} the script of the page it leads to, by the router, and what that imports
 */
function scriptsOf(link) {
  if (link.matches(DOCUMENT_LINK)) return [];
  if (link.origin !== location.origin || link.pathname === location.pathname) return [];
  return scriptsFor(window.__reactRouterManifest, belowBase(link.pathname));
}

/** @param {string[]} scripts */
function preload(scripts) {
  for (const href of scripts) {
    if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) continue;
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = href;
    document.head.append(link);
  }
}

/**
 * Has the router know the page before the tap.
 *
 * @param {HTMLElement} link
 */
function announce(link) {
  if (!(link instanceof HTMLAnchorElement)) return;
  dispatchEvent(new CustomEvent(NEXT_PAGE_EVENT, { detail: belowBase(link.pathname) }));
}

/** @param {PointerEvent} event */
function bringTouched({ target }) {
  const link = target instanceof Element && target.closest("a");
  const scripts = link ? scriptsOf(link) : [];
  if (!link || scripts.length === 0) return;
  preload(scripts);
  announce(link);
}

export function bringNextPage() {
  addEventListener("pointerdown", bringTouched, { capture: true, passive: true });
  // React Router fetches what these need itself, once it knows their pages.
  const announceAll = () => whenAdded(SOON_LINK, announce);
  addEventListener(HYDRATING_EVENT, announceAll, { once: true });
}
