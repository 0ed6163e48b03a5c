/**
 * The look that was chosen: another name, icon and manifest for the same app.
 *
 * A script of its own, which only pages with another look than the app's own fetch, and which the
 * build gives its data. The head's links, names and colours are changed before the browser reads them. A title of our own
 * comes before every other one, because the first of a document is the one that is shown
 * (https://html.spec.whatwg.org/multipage/dom.html#document.title); whatever the page or its router
 * writes into theirs is then never seen.
 */
import { applyChoice } from "./appearance.js";
import { rememberLook, rememberedLook } from "./look_choice.js";
import { LOOK, OWN_LOOK } from "./names.js";

/** @typedef {readonly [name: string, light: string, dark: string]} Look */

const LINKS = 'link[rel="manifest"], link[rel="icon"], link[rel="apple-touch-icon"]';
const NAMES = 'meta[name="application-name"], meta[name="apple-mobile-web-app-title"]';
const COLOURS = 'meta[name="theme-color"]';

/** What an app that was installed under a look starts with. */
const MARK = /^#look=([a-z]+)$/;

/** The way to the site, the folder of a look, and the name of the file. */
const FILE = /^(.*?\/)(?:looks\/[a-z]+\/)?([^/]+)$/;

/** @typedef {{__PWA_LOOKS: Record<string, Look>}} Published */

const published = /** @type {Published} */ (/** @type {unknown} */ (self)).__PWA_LOOKS;

/** By key, with the app's own. */
const looks = new Map(Object.entries(published));

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @param {string} look */
function changeLinks(look) {
  for (const link of document.querySelectorAll(LINKS)) {
    // Before the first paint the address was taken away (see startLook).
    const address = link.getAttribute("href") ?? link.getAttribute("data-href") ?? "";
    const [, site, file] = FILE.exec(address) ?? [];
    set(link, "href", look === OWN_LOOK ? `${site}${file}` : `${site}looks/${look}/${file}`);
  }
}

/** @param {Look} look */
function changeWords([name, light, dark]) {
  for (const meta of document.querySelectorAll(NAMES)) set(meta, "content", name);
  for (const meta of document.querySelectorAll(COLOURS)) {
    set(meta, "content", meta.getAttribute("media")?.includes("dark") ? dark : light);
  }
}

/** @param {string | null} name null gives the page its own title back */
function coverTitle(name) {
  const before = document.querySelector("html > title");
  if (name === null) {
    before?.remove();
    return;
  }
  const title = before ?? document.createElement("title");
  // React takes the first title it finds for its own, unless it says that it is about an item; and
  // it puts its own before the first one of the head, so this one stands before the head.
  title.setAttribute("itemprop", "name");
  if (title.textContent !== name) title.textContent = name;
  if (before === null) document.documentElement.prepend(title);
}

/** @returns {string} the look that holds where none is being chosen */
function lookHere() {
  const remembered = rememberedLook();
  if (remembered !== null) return remembered;
  const [, started = OWN_LOOK] = MARK.exec(location.hash) ?? [];
  if (started !== OWN_LOOK && looks.has(started)) rememberLook(started);
  return started;
}

/**
 * Gives the page a look.
 *
 * @param {string} [chosen] its key; without one, what is remembered holds
 */
function applyLook(chosen) {
  const wanted = chosen ?? lookHere();
  const look = looks.has(wanted) ? wanted : OWN_LOOK;
  const parts = looks.get(look);
  if (parts === undefined) return;
  applyChoice(LOOK, look);
  changeLinks(look);
  changeWords(parts);
  coverTitle(look === OWN_LOOK ? null : parts[0]);
}

// React compares the head with what it would write, and this script is not in it.
document.currentScript?.remove();
applyLook();
window.pwaApplyLook = applyLook;
