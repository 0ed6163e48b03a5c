/** Waiting for the network, but not for ever: a bad one neither answers nor refuses. */

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T | undefined>} undefined where it took longer, or was rejected
 */
export function within(milliseconds, promise) {
  /** @type {Promise<undefined>} */
  const over = new Promise((resolve) => setTimeout(resolve, milliseconds));
  return Promise.race([promise.catch(() => undefined), over]);
}
