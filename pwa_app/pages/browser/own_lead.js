// Where /help/ leads this person. It is plain functions, without import or export, as it is used in
// two ways: inside /help/ as part of the page, where own_country.js follows it, and as a module of
// the front end, own_lead. country_redirect.py makes both; it puts country_for,
// unpack_zone_countries, ZONES, COUNTRIES, ELSEWHERE, HELP and KEY in front.

/** @returns {string} the country chosen earlier on this phone, or "" */
function chosenCountry() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** @returns {string} as in pwa/browser/time_zone.js: this is done before anything is painted */
function timeZone() {
  const { Temporal } = globalThis;
  return Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

/** @returns {string} the folder under /help/ that suits the person, or "" where nothing tells */
function ownFolder() {
  const zone = timeZone();
  const zones = unpack_zone_countries(ZONES);
  // A zone that is a place tells where the phone is, also when we have nothing for that country;
  // the language would then name another country, whose numbers do not work there.
  const isPlace = zone.includes("/") && !zone.startsWith("Etc/");
  const chosen = chosenCountry();
  const code = country_for(zone, zones, chosen, isPlace ? "" : navigator.language);
  if (COUNTRIES.includes(code)) return code.toLowerCase();
  return isPlace || chosen ? ELSEWHERE : "";
}

/** The message that tells the service worker where /help/ leads on to; null where nothing tells. */
function ownLead() {
  const folder = ownFolder();
  const from = new URL(HELP, origin).href;
  return folder ? { type: "LEADS_ON", from, to: new URL(`${folder}/`, from).href } : null;
}
