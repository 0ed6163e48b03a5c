/**
 * Every name this library shares with a page: selectors, attributes, events and storage keys.
 *
 * A page takes part by carrying these attributes; nothing has to be imported or called.
 * README.md lists them with examples.
 */
import { STORAGE_PREFIX } from "./options.js";

/** localStorage: a JSON object whose entries become data-* attributes of the html element. */
export const APPEARANCE_KEY = `${STORAGE_PREFIX}:appearance`;

/** localStorage: present once the person has said "not now" to installing. */
export const NOT_NOW_KEY = `${STORAGE_PREFIX}:install-not-now`;

/** sessionStorage: present once the person has put off an update in this visit. */
export const LATER_KEY = `${STORAGE_PREFIX}:update-later`;

/** sessionStorage: where a tab that was left quickly has gone (see leave.js). */
export const LEAVING_KEY = `${STORAGE_PREFIX}:leaving`;

/** Class of the html element while nothing of the page may be seen (see cover.css). */
export const COVER_CLASS = "pwa-covered";

/** Class of the html element while something else is in front of the page (see away.js). */
export const AWAY_CLASS = "pwa-away";

/** In the head of every page that has an address of its own: the path of it. */
export const OWN_PATH = "meta[name=pwa-path]";

/** The JSON block that says which modules hydrate the page. */
export const HYDRATION_BLOCK = "script[data-pwa-hydration]";

/** A link that loads its page as a document, not through the router. */
export const DOCUMENT_LINK = "[data-pwa-document]";

/** A link whose page is most likely the next. */
export const SOON_LINK = "a[data-pwa-soon]";

/** The notice that a new version is ready; shown by removing its `hidden` attribute. */
export const UPDATE_NOTICE = "[data-pwa-update]";

/** The offer to install; shown by removing its `hidden` attribute. */
export const INSTALL_OFFER = "[data-pwa-install]";

/** One wording of the offer: the attribute holds space-separated platforms (see platform.js). */
export const INSTALL_VARIANT = "data-install-for";

/** A control of the library: update, later, install, not-now. */
export const ACTION = "data-pwa-action";

/** A radio button, checkbox or select that holds a remembered choice: the choice's name. */
export const SETTING = "data-setting";

/** localStorage: the look that was chosen: its key, or {@link OWN_LOOK} (see looks.js). */
export const LOOK_KEY = `${STORAGE_PREFIX}:look`;

/** The choice that is the look. */
export const LOOK = "look";

/** The app's own look. */
export const OWN_LOOK = "own";

/** On the link to the manifest: the address of the script that gives the page a look. */
export const LOOKS = "data-pwa-looks";

/** The link to the manifest. */
export const MANIFEST_LINK = 'link[rel="manifest"]';

/** On the root in the first frame: what stands far below may be laid out in the next. */
export const TOP_FIRST = "data-pwa-top-first";

/** What to show when a choice cannot be remembered because storage is blocked. */
export const SETTING_PROBLEM = "[data-setting-problem]";

/** The link that leaves quickly; its href is the neutral site. */
export const LEAVE_LINK = "a[data-leave]";

/** A live region that says how many more presses of Shift are needed. */
export const LEAVE_STATUS = "[data-leave-status]";

/** Set on {@link LEAVE_STATUS} to the number of presses so far, for indicator dots. */
export const LEAVE_PRESSES = "data-leave-presses";

/** On {@link LEAVE_LINK}: what the title of a hidden page says. */
export const LEAVE_TITLE = "data-leave-title";

/** A choice: three quick taps with two fingers leave. Kept as {@link SETTING} keeps them. */
export const LEAVE_TAPS = "leave-taps";

/** A choice: shaking the phone leaves. */
export const LEAVE_SHAKE = "leave-shake";

/** What became of {@link LEAVE_SHAKE}: ready, missing or refused; shown without `hidden`. */
export const LEAVE_SAID = "data-leave-said";

/** A choice: when the page is covered. "" while hidden; `sooner`, as soon as another window has the focus; `never`. */
export const COVER = "cover";

/**
 * On a button: while it can be pressed, what it closes is open, and Back presses it. On a
 * `details`: Back folds it (see back.js).
 */
export const CLOSES = "[data-pwa-closes]";

/** Window event, and name of a broadcast channel for other tabs: the person is leaving quickly. */
export const LEAVING_EVENT = "pwa:leaving";

/** Window event: the browser has offered to install. */
export const INSTALLABLE_EVENT = "pwa:installable";

/** Window event, cancelable: the page is about to reload into a new version. */
export const BEFORE_UPDATE_EVENT = "pwa:beforeupdate";

/** Window event: the router's entry module has been loaded. */
export const HYDRATING_EVENT = "pwa:hydrating";

/** Window event: React has taken the page over, and its effects have run. */
export const HYDRATED_EVENT = "pwa:hydrated";

/** Window event: what React needs did not come; it is asked for again after a while. */
export const DELAYED_EVENT = "pwa:delayed";

/** Window event: a page of the router's is likely to be gone to; `detail` is its path. */
export const NEXT_PAGE_EVENT = "pwa:nextpage";

/** Message that tells a waiting service worker to take over. */
export const SKIP_WAITING = "SKIP_WAITING";

/**
 * Message that tells the service worker where a page leads on to (leads.js): `from` and `to` are
 * whole addresses.
 */
export const LEADS_ON = "LEADS_ON";

/**
 * Messages about a secret that pages hand on to each other (secrets.js). A page that goes away
 * leaves it: `ticket`, `secret` with `about` and `bytes`.
 */
export const SECRET_LEFT = "SECRET_LEFT";

/** A new page asks for it through a port: `ticket`, or null where it has none. */
export const SECRET_ASKED = "SECRET_ASKED";

/** The service worker asks an open page through a port, which answers with the secret or null. */
export const SECRET_WANTED = "SECRET_WANTED";

/** What was left is to be forgotten: what has this `ticket`, or all where there is none. */
export const SECRETS_FORGOTTEN = "SECRETS_FORGOTTEN";
