/**
 * The scripts of the page that a finger has just come down on.
 *
 * A tap counts when the finger goes up again, a tenth of a second later: time enough to fetch and read
 * what the router will ask for then. Nothing is fetched for links that nobody touches.
 */

import { DOCUMENT_LINK } from "./names.js";
import { belowBase, routeAt } from "./route_list.js";

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

/** @param {PointerEvent} event */
function bring({ target }) {
  const link = target instanceof Element && target.closest("a");
  if (!link || link.matches(DOCUMENT_LINK)) return;
  if (link.origin !== location.origin || link.pathname === location.pathname) return;
  for (const href of scriptsFor(window.__reactRouterManifest, belowBase(link.pathname))) {
    if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) continue;
    const preload = document.createElement("link");
    preload.rel = "modulepreload";
    preload.href = href;
    document.head.append(preload);
  }
}

export function bringNextPage() {
  addEventListener("pointerdown", bring, { capture: true, passive: true });
}
