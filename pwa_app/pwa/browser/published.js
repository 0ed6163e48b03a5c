/** Deciding whether an answer is the file that was published. */

/** Content types a browser insists on, by the ending of the address. */
const TYPES = /** @type {const} */ ([
  [/(\/|\.html)$/, "text/html"],
  [/\.m?js$/, "javascript"],
  [/\.css$/, "text/css"],
]);

/**
 * A Workbox plugin's cacheWillUpdate.
 *
 * @param {{request: Request, response: Response}} answer
 * @returns {Promise<Response | null>} null keeps the answer out of the cache
 */
export async function asPublished({ request, response }) {
  if (response.redirected || response.status !== 200) return null;
  const { pathname } = new URL(request.url);
  const [, expected = ""] = TYPES.find(([ending]) => ending.test(pathname)) ?? [];
  return (response.headers.get("Content-Type") ?? "").includes(expected) ? response : null;
}

/** What only a page that this library has finished holds (HYDRATION_BLOCK in names.js). */
const OUR_MARK = "data-pwa-hydration";

/**
 * @param {Response} response to a page's address; left unread
 * @returns {Promise<boolean>} false for the login page of a Wi-Fi network, or a host's page of error
 */
export async function isOfThisSite(response) {
  try {
    return response.status === 200 && (await response.clone().text()).includes(OUR_MARK);
  } catch {
    return false;
  }
}
