/**
 * React Router's list of routes, as its manifest module leaves it, and what is used of the router.
 *
 * @typedef {{path?: string, parentId?: string, module: string, imports: string[]}} Route
 * @typedef {Record<string, Route>} Routes
 * @typedef {{routes: Routes, every?: Routes}} Manifest `every`: all of a site's, where the router
 *   itself has been told of a few (known_routes.js)
 * @typedef {{
 *   patchRoutes(parent: string | null, routes: object[]): void,
 *   state: { navigation: { location?: object } },
 *   createHref(location: object): string,
 * }} Router
 */

/** @param {string} path */
function plain(path) {
  return path.replace(/^\/+|\/+$/g, "");
}

/**
 * @param {Routes} routes
 * @param {string} path of a page, below the router's own
 * @returns {string | undefined} the id of the page's route
 */
export function routeAt(routes, path) {
  const wanted = plain(path);
  return Object.keys(routes).find(
    (id) => id !== "root" && plain(routes[id]?.path ?? "") === wanted,
  );
}

/**
 * @param {string} pathname of an address
 * @returns {string} the same, below the router's own
 */
export function belowBase(pathname) {
  const base = window.__reactRouterContext?.basename ?? "/";
  return pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
}
