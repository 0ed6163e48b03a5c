/**
 * Fetches the script of a route, in the place of React Router's own `lib/dom/ssr/routeModules.js`.
 *
 * The router's reloads the page that is open where a script does not come, also one that was only to
 * be there ahead of a tap: with no network, what somebody reads or writes would be gone. Here that
 * page stays, and whoever goes to the other one has the browser open it, with its words and links.
 */
import { letTheBrowserOpenLinks } from "./browser_links.js";

/** @import { Route } from "./route_list.js" */

/** Leads to where somebody is on the way to; without scripts, a page is still whole. */
function goOn() {
  const router = window.__reactRouterDataRouter;
  const target = router?.state.navigation.location;
  if (router && target) location.assign(router.createHref(target));
}

/**
 * @param {Route & { id: string }} route
 * @param {Record<string, unknown>} known the modules that have come, by the id of their route
 * @returns {Promise<unknown>} the module; never settled where it does not come
 */
export async function loadRouteModule(route, known) {
  if (route.id in known) return known[route.id];
  try {
    const module = await import(/* @vite-ignore */ route.module);
    known[route.id] = module;
    return module;
  } catch (error) {
    console.warn(`The browser will open this page itself, its script did not come: ${error}`);
    letTheBrowserOpenLinks();
    goOn();
    return new Promise(() => undefined);
  }
}
