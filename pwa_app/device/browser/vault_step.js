/** @import { Vault } from "./vault" */
import { afterPaint } from "./after_paint";
import { VaultChangedError } from "./vault_names";

/**
 * One step at a time; what goes wrong is told.
 * @template [Begun=undefined]
 * @param {Vault} vault
 * @param {(begun: Begun) => Promise<unknown>} step
 * @param {() => Promise<Begun>} [begin] what takes the phone a while without holding the page up
 */
export async function guarded(vault, step, begin) {
  if (vault.state().working) return;
  vault.tell({ working: true, problem: null, said: null });
  try {
    const [begun] = await Promise.all([begin?.(), painted()]);
    await step(/** @type {Begun} */ (begun));
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
  return new Promise((resolve) => afterPaint(() => resolve(undefined)));
}
