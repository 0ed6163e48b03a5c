/**
 * The scripts of the page that a finger has just come down on.
 *
 * A tap counts when the finger goes up again, a tenth of a second later: time enough to fetch and read
 * what the router will ask for then. Nothing is fetched for links that nobody touches.
 */

import { DOCUMENT_LINK } from "./names.js";

/**
 * React Router's list of routes, as its manifest module leaves it.
 *
 * @typedef {{path?: string, index?: boolean, module: string, imports: string[]}} Route
 * @typedef {{routes: Record<string, Route>}} Manifest
 */

/** @param {string} path */
function plain(path) {
  return path.replace(/^\/+|\/+$/g, "");
}

/**
 * @param {Manifest | undefined} manifest nothing before React has come
 * @param {string} path of a page, below the router's own
 * @returns {string[]} addresses of the scripts that the page needs
 */
export function scriptsFor(manifest, path) {
  const routes = Object.entries(manifest?.routes ?? {});
  const found = routes.find(([id, route]) => id !== "root" && plain(route.path ?? "") === plain(path));
  return found ? [found[1].module, ...found[1].imports] : [];
}

/** @param {PointerEvent} event */
function bring({ target }) {
  const link = target instanceof Element && target.closest("a");
  if (!link || link.matches(DOCUMENT_LINK)) return;
  if (link.origin !== location.origin || link.pathname === location.pathname) return;
  const base = window.__reactRouterContext?.basename ?? "/";
  const path = link.pathname.startsWith(base) ? link.pathname.slice(base.length) : link.pathname;
  for (const href of scriptsFor(window.__reactRouterManifest, path)) {
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
