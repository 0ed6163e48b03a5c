/**
 * Registers the service worker, again where the network has kept it or one of its files away.
 *
 * A browser by itself asks again with the next page only, and who needs help may stay on one.
 */

import { eventWithin } from "./time_limit.js";

/** How long is waited before each further attempt, in milliseconds; less where a network is back. */
const AGAIN_AFTER_MS = [10_000, 60_000, 5 * 60_000];

/**
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<void>} rejected where its first worker was given up while it installed
 */
function firstWorkerStays(registration) {
  const worker = registration.active === null ? registration.installing : null;
  if (worker === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "redundant") reject(new Error("The worker could not keep its files."));
      else resolve();
    };
    worker.addEventListener("statechange", look, { once: true });
  });
}

/**
 * @param {URL} script address of the service worker; its folder is its scope
 * @param {(registration: ServiceWorkerRegistration) => void} follow given the registration of each
 *   attempt as soon as there is one
 * @returns {Promise<ServiceWorkerRegistration>} that of the attempt whose worker stays; rejected with
 *   the last attempt's problem
 */
export async function register(script, follow) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const registration = await navigator.serviceWorker.register(script, {
        updateViaCache: "none",
      });
      follow(registration);
      await firstWorkerStays(registration);
      return registration;
    } catch (error) {
      const wait = AGAIN_AFTER_MS[attempt];
      if (wait === undefined) throw error;
      await eventWithin(wait, ["online"]);
    }
  }
}
