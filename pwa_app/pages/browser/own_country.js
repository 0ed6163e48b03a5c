// Runs inside /help/ as part of the page, before it is painted: see country_redirect.py, which
// puts country_for, unpack_zone_countries, ZONES, COUNTRIES and KEY in front of it.

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

function ownCountry() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const zones = unpack_zone_countries(ZONES);
  // A zone that is a place tells where the phone is, also when we have nothing for that country;
  // the language would then name another country, whose numbers do not work there.
  const isPlace = zone.includes("/") && !zone.startsWith("Etc/");
  const code = country_for(zone, zones, chosenCountry(), isPlace ? "" : navigator.language);
  return COUNTRIES.includes(code) ? code : "";
}

if (!new URLSearchParams(location.search).has("choose")) {
  const code = ownCountry();
  if (code) location.replace(`${location.pathname.replace(/\/?$/, "/")}${code.toLowerCase()}/`);
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-country]");
  if (link) rememberCountry(link.getAttribute("data-country") ?? "");
});
