/** Doing a few things at a time, and again where they go wrong. */

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

/**
 * @param {number} tries at most
 * @param {(attempt: number) => Promise<unknown>} work given 0 first, then 1 …; a full storage will
 *   not have more room a moment later
 * @returns {Promise<void>} rejected with the last problem
 */
export async function again(tries, work) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await work(attempt);
      return;
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      if (full || attempt === tries - 1) throw error;
    }
  }
}
