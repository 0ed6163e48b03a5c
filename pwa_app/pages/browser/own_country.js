// Runs inside /help/ as part of the page, before it is painted: see country_redirect.py, which
// puts country_for, unpack_zone_countries, ZONES, COUNTRIES, ELSEWHERE and KEY in front of it.

/** @returns {string} the country chosen earlier on this phone, or "" */
function chosenCountry() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} code */
function rememberCountry(code) {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Storage is blocked: the link still leads to the country, this once.
  }
}

/** @returns {string} the folder under /help/ that suits the person, or "" where nothing tells */
function ownFolder() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const zones = unpack_zone_countries(ZONES);
  // A zone that is a place tells where the phone is, also when we have nothing for that country;
  // the language would then name another country, whose numbers do not work there.
  const isPlace = zone.includes("/") && !zone.startsWith("Etc/");
  const chosen = chosenCountry();
  const code = country_for(zone, zones, chosen, isPlace ? "" : navigator.language);
  if (COUNTRIES.includes(code)) return code.toLowerCase();
  return isPlace || chosen ? ELSEWHERE : "";
}

const here = new URL(location.pathname.replace(/\/?$/, "/"), origin);

/** Finds the page for this person; the service worker is told, and opens it at once next time. */
function ownPage() {
  const folder = ownFolder();
  const to = folder && new URL(`${folder}/`, here).href;
  const worker = navigator.serviceWorker?.controller;
  if (to) worker?.postMessage({ type: "LEADS_ON", from: here.href, to });
  return to;
}

if (!new URLSearchParams(location.search).has("choose")) {
  const page = ownPage();
  if (page) location.replace(page);
}

/** @param {HTMLAnchorElement} link @returns {string} the country it stands for, or "" */
function countryOf(link) {
  // A link to one service on a country's page says nothing of where the person lives.
  const [, folder = ""] = (!link.hash && /\/help\/([a-z]{2})\/$/.exec(link.pathname)) || [];
  return link.dataset.country ?? folder.toUpperCase();
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  const code = link && countryOf(link);
  if (!code) return;
  rememberCountry(code);
  ownPage();
});
