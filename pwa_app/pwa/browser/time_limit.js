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

/**
 * @param {number} milliseconds
 * @param {readonly string[]} events of the window
 * @returns {Promise<void>} resolved with the first of them, or once it has taken that long
 */
export function eventWithin(milliseconds, events) {
  return new Promise((resolve) => {
    const once = new AbortController();
    const go = () => {
      once.abort();
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(go, milliseconds);
    for (const event of events) addEventListener(event, go, { signal: once.signal });
  });
}
