/** Where a page may be found in the list of published files. */

/**
 * @param {URL} url address a person opened, with or without a trailing slash, query or hash
 * @returns {string[]} addresses of published pages it may mean, likeliest first
 */
export function pageCandidates(url) {
  const path = url.pathname.replace(/\/index\.html$/, "/");
  const folder = path.endsWith("/") ? path : `${path}/`;
  return [folder, path].map((candidate) => new URL(candidate, url.origin).href);
}
