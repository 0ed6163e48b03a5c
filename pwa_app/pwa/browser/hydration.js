/**
 * Brings React to a page after it has been painted.
 *
 * The page is complete HTML, so it can be read, tapped and called from before that. React Router
 * starts from an inline module script; the build turns it into a JSON block, and this module does
 * what that script did, later.
 */
import { giveChoices } from "./early_choices.js";
import { giveTaps, takeTaps } from "./early_taps.js";
import { whenIdle } from "./idle.js";
import { DELAYED_EVENT, HYDRATED_EVENT, HYDRATING_EVENT, HYDRATION_BLOCK } from "./names.js";
import { within } from "./time_limit.js";
import { replaceWrongAnswers } from "./wrong_answers.js";

/**
 * @typedef {object} Hydration
 * @property {string} manifest address of the router's manifest module
 * @property {Record<string, string>} routes route id to the address of its module
 * @property {string} entry address of the module that hydrates the document
 * @property {string[]} preload every module these import, to be fetched together
 * @property {string} styles address of the whole style sheet: a page brings only what it needs itself
 */

/** Waits before what did not come is asked for again, in milliseconds: connections break. */
const PAUSES_MS = [500, 2000, 5000, 15_000, 30_000, 60_000];

/** The longest wait for what only helps on the way, in milliseconds. */
const HELP_TIMEOUT_MS = 8000;

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
  const hydrated = new Promise((resolve) => {
    addEventListener(HYDRATED_EVENT, resolve, { once: true });
  });
  await import(entry);
  const taps = takeTaps();
  dispatchEvent(new Event(HYDRATING_EVENT));
  await hydrated;
  // What the phone keeps takes the place of what was published only after the first effects.
  setTimeout(() => {
    giveChoices();
    giveTaps(taps);
  });
}

/**
 * Brings the rules for what only React shows.
 *
 * @param {Hydration} hydration
 * @returns {Promise<unknown>} once they hold, or cannot be had: then React does without
 */
function followStyles({ styles }) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = styles;
  // Behind the page's part of the same sheet, and before the sheets of single components.
  document.head.querySelector("style")?.after(link);
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
}

/**
 * @param {Hydration} hydration
 * @returns {Promise<void>} rejected where a script is broken, or never comes
 */
async function hydrateInTheEnd(hydration) {
  const { manifest, routes, entry, preload } = hydration;
  preloadAll(hydration);
  await within(HELP_TIMEOUT_MS, followStyles(hydration));
  for (const pause of PAUSES_MS) {
    try {
      return await hydrate(hydration);
    } catch (error) {
      // What browsers call a module that could not be fetched.
      if (!(error instanceof TypeError)) throw error;
    }
    dispatchEvent(new Event(DELAYED_EVENT));
    await new Promise((resolve) => setTimeout(resolve, pause));
    const scripts = [manifest, ...Object.values(routes), entry, ...preload];
    await within(HELP_TIMEOUT_MS, replaceWrongAnswers(scripts));
  }
  return hydrate(hydration);
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
