/** A vault that another page of the app has open is open in this page too, without the passcode. */
/** @import { VaultHeader } from "./types" */
/** @import { Vault } from "./vault" */
import { askFor, dropTicket, FORGOTTEN, ticketIn } from "./key_messages";

/**
 * Opens a vault with the key that the page before in this tab has left, or that another open page
 * gives, if there is one.
 * @param {Vault} vault
 * @param {VaultHeader} header
 * @param {ServiceWorker} worker
 */
export async function openAsBefore(vault, header, worker) {
  const ticket = ticketIn(vault.schema.name);
  try {
    if (!header.hiding) await openByGiven(vault, header, await askFor(worker, ticket));
  } finally {
    // Not before: this page may be left while it opens the vault, and then the next one asks again.
    dropTicket(vault.schema.name);
    if (ticket !== null) worker.postMessage({ type: FORGOTTEN, ticket });
  }
}

/**
 * @param {Vault} vault
 * @param {VaultHeader} header
 * @param {import("./key_messages").Secret | null} secret
 */
async function openByGiven(vault, header, secret) {
  if (!secret) return;
  const { about, bytes } = secret;
  const dataKey = new Uint8Array(bytes);
  // Every tab was locked meanwhile, or there is another passcode.
  if (about.key !== header.key || about.turn !== vault.turn) {
    dataKey.fill(0);
    return;
  }
  const { openWith } = await import("./opening");
  await openWith(vault, header, dataKey);
}
