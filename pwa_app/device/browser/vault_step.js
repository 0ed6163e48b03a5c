/** @import { Vault } from "./vault" */
import { VaultChangedError } from "./vault_names";

/**
 * One step at a time; what goes wrong is told.
 * @param {Vault} vault
 * @param {() => Promise<unknown>} step
 */
export async function guarded(vault, step) {
  if (vault.state().working) return;
  vault.tell({ working: true, problem: null, said: null });
  await painted();
  try {
    await step();
  } catch (error) {
    await failed(vault, error);
  } finally {
    vault.tell({ working: false });
  }
}


/** @param {Vault} vault @param {unknown} error */
async function failed(vault, error) {
  const names = [error, /** @type {any} */ (error)?.inner].map((one) => one?.name);
  vault.tell({ problem: names.includes("QuotaExceededError") ? "full" : "broken" });
  if (error instanceof VaultChangedError) await vault.recheck();
  else console.error(error);
}

/** Making a key holds the page up for a moment: what is said meanwhile comes first. */
function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
