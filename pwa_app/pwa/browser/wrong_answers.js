/** What a host or a network said in place of a script, where the browser has kept it. */

/**
 * @param {readonly string[]} addresses of scripts
 * @returns {Promise<unknown>} once each that the browser has kept, and is no script, was fetched anew
 */
export function replaceWrongAnswers(addresses) {
  return Promise.allSettled(addresses.map(replaceIfWrong));
}

/** @param {string} address */
async function replaceIfWrong(address) {
  // Asks nobody but the browser itself: on a bad network nothing that is sound comes twice.
  const kept = await fetch(address, { cache: "only-if-cached", mode: "same-origin" });
  if (kept.ok && kept.headers.get("Content-Type")?.includes("javascript")) return;
  await (await fetch(address, { cache: "reload" })).arrayBuffer();
}
