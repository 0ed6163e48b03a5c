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
