/**
 * Brings React to a page after it has been painted.
 *
 * The page is complete HTML, so it can be read, tapped and called from before that. React Router
 * starts from an inline module script; the build turns it into a JSON block, and this module does
 * what that script did, later.
 */
import { HYDRATING_EVENT, HYDRATION_BLOCK } from "./names.js";

/**
 * @typedef {object} Hydration
 * @property {string} manifest address of the router's manifest module
 * @property {Record<string, string>} routes route id to the address of its module
 * @property {string} entry address of the module that hydrates the document
 * @property {string[]} preload every module these import, to be fetched together
 */

/** The longest wait for an idle moment, in milliseconds. */
const IDLE_TIMEOUT_MS = 2000;

/** Waits before what did not come is asked for again, in milliseconds: connections break. */
const PAUSES_MS = [500, 2000, 5000, 15_000, 30_000, 60_000];

/** A person's first touch brings React at once. */
const TOUCHES = /** @type {const} */ (["pointerdown", "keydown", "focusin"]);

/** @param {Hydration} hydration */
function preloadAll({ preload }) {
  for (const href of preload) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = href;
    document.head.append(link);
  }
}

/** @param {Hydration} hydration */
async function hydrate({ manifest, routes, entry }) {
  const ids = Object.keys(routes);
  const [, ...modules] = await Promise.all([
    import(manifest),
    ...Object.values(routes).map((address) => import(address)),
  ]);
  window.__reactRouterRouteModules = Object.fromEntries(ids.map((id, at) => [id, modules[at]]));
  await import(entry);
  dispatchEvent(new Event(HYDRATING_EVENT));
}

/**
 * @param {Hydration} hydration
 * @returns {Promise<void>} rejected where a script is broken, or never comes
 */
async function hydrateInTheEnd(hydration) {
  preloadAll(hydration);
  for (const pause of PAUSES_MS) {
    try {
      return await hydrate(hydration);
    } catch (error) {
      // What browsers call a module that could not be fetched.
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return hydrate(hydration);
}

/** @param {() => void} callback */
function whenIdle(callback) {
  if ("requestIdleCallback" in window) requestIdleCallback(callback, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(callback, 1);
}

/** @param {() => void} callback called once: when the page is loaded and idle, or first touched */
function onceLoadedOrTouched(callback) {
  const begun = new AbortController();
  const begin = () => {
    if (begun.signal.aborted) return;
    begun.abort();
    callback();
  };
  for (const touch of TOUCHES) {
    addEventListener(touch, begin, { capture: true, passive: true, signal: begun.signal });
  }
  if (document.readyState === "complete") whenIdle(begin);
  else addEventListener("load", () => whenIdle(begin), { once: true });
}

export function hydrateWhenIdle() {
  const block = document.querySelector(HYDRATION_BLOCK);
  if (block === null) return;
  /** @type {Hydration} */
  const hydration = JSON.parse(block.textContent ?? "");
  onceLoadedOrTouched(() => void hydrateInTheEnd(hydration));
}
