/**
 * Tells React Router of a page's route only when the page is gone to.
 *
 * The router sorts every route it knows before its first render. With the hundreds of pages of a site
 * that takes an old phone longer than the page itself does, so it starts with the page that is open.
 */
import { UNSAFE_createClientRoutes as createClientRoutes } from "react-router";
import { NEXT_PAGE_EVENT } from "./names.js";
import { belowBase, routeAt } from "./route_list.js";

/** @import { Manifest, Routes } from "./route_list.js" */

const SPLAT = "*";

/**
 * @param {Routes} every
 * @param {Record<string, unknown>} open modules of the page that is open, by route
 * @returns {Routes} what the page that is open needs, and what stands for an unknown address
 */
function first(every, open) {
  return Object.fromEntries(
    Object.entries(every).filter(([id, { path }]) => id in open || path === SPLAT),
  );
}

/**
 * Adds the route of a page, unless it is known.
 *
 * @param {Manifest} manifest
 * @param {string} path of a page, below the router's own
 */
function know({ routes, every = {} }, path) {
  const id = routeAt(every, path);
  const route = id === undefined ? undefined : every[id];
  if (id === undefined || route === undefined || id in routes) return;
  routes[id] = route;
  const { ssr, isSpaMode } = window.__reactRouterContext ?? {};
  const made = createClientRoutes(
    { [id]: route },
    window.__reactRouterRouteModules ?? {},
    null,
    ssr ?? false,
    isSpaMode ?? false,
    route.parentId,
  );
  window.__reactRouterDataRouter?.patchRoutes(route.parentId ?? null, made);
}

/**
 * Where a page of the router's is named by `to`, its route is known from then on.
 *
 * @param {Manifest} manifest
 * @param {string | number} to an address, or steps in the history: these are told by the browser
 */
function knowTarget(manifest, to) {
  if (typeof to === "number") return;
  const path = to.startsWith("/")
    ? to.replace(/[?#].*/s, "")
    : belowBase(new URL(to, location.href).pathname);
  know(manifest, path);
}

/**
 * Must be called before React Router is started; a development server keeps its own list.
 *
 * @returns {object[]} instrumentations for the router
 */
export function knownRoutes() {
  const whole = window.__reactRouterManifest;
  if (whole === undefined || import.meta.env.DEV) return [];
  const manifest = {
    ...whole,
    routes: first(whole.routes, window.__reactRouterRouteModules ?? {}),
    every: whole.routes,
  };
  window.__reactRouterManifest = manifest;
  know(manifest, belowBase(location.pathname));
  addEventListener(NEXT_PAGE_EVENT, ({ detail }) => know(manifest, detail));
  // The router listens later than this, so it finds the route of the page that Back leads to.
  addEventListener("popstate", () => know(manifest, belowBase(location.pathname)));
  return [
    {
      /** @param {{instrument: (wraps: object) => void}} router */
      router({ instrument }) {
        instrument({
          /**
           * @param {() => Promise<unknown>} callNavigate
           * @param {{to: string | number}} info
           */
          navigate(callNavigate, { to }) {
            knowTarget(manifest, to);
            return callNavigate();
          },
        });
      },
    },
  ];
}
