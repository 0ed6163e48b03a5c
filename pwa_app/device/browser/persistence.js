/**
 * Asks the browser not to clear this site's storage by itself. Browsers decide in their own way,
 * most without a question; one that cannot be asked is told nothing.
 * @returns {Promise<boolean>} whether the browser promised to keep it
 */
export async function askToKeep() {
  if (!navigator.storage?.persist) return false;
  if (await navigator.storage.persisted()) return true;
  return navigator.storage.persist();
}
