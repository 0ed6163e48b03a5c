/** Doing a few things at a time. */

/**
 * @template T
 * @param {Iterable<T>} items begun in this order
 * @param {number} lanes how many are under way at a time
 * @param {(item: T) => Promise<unknown>} work
 * @returns {Promise<void>} rejected with the first lane's problem, once what was under way has ended;
 *   nothing is begun after a problem
 */
export async function aFewAtATime(items, lanes, work) {
  const left = [...items];
  async function lane() {
    try {
      while (left.length > 0) await work(/** @type {T} */ (left.shift()));
    } catch (error) {
      left.length = 0;
      throw error;
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const problem = ends.find((end) => end.status === "rejected");
  if (problem !== undefined) throw problem.reason;
}
