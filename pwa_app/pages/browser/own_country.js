// Runs inside /help/ as part of the page, before it is painted: see country_redirect.py, which
// puts own_lead.js and what that needs in front of it.

/** @param {string} code */
function rememberCountry(code) {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Storage is blocked: the link still leads to the country, this once.
  }
}

/** Finds the page for this person; the service worker is told, and opens it at once next time. */
function ownPage() {
  const lead = ownLead();
  if (lead) navigator.serviceWorker?.controller?.postMessage(lead);
  return lead?.to;
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
