/** An open vault stays open for the next page of its tab, and for new tabs. */
/** @import { Vault } from "./vault" */
/** @import { Secret } from "./key_messages" */
import { lockIfLeft } from "./auto_lock";
import { dropTicket, FORGOTTEN, keeper, LEFT, newTicket, WANTED } from "./key_messages";

/** @type {Vault | null} */
let open = null;

/**
 * From now on this page hands the vault's key on, as long as it is open.
 * @param {Vault} vault
 */
export function handOn(vault) {
  if (open) return;
  open = vault;
  addEventListener("pagehide", () => leaveKey(vault));
  addEventListener("pageshow", ({ persisted }) => persisted && takeBack(vault));
  navigator.serviceWorker?.addEventListener("message", ({ data, ports: [port] }) => {
    if (data?.type === WANTED) giveKey(vault, port);
  });
  vault.beforeLocking(() => takeBack(vault));
}

/** @param {Vault} vault */
function leaveKey(vault) {
  const worker = keeper();
  const secret = worker && secretOf(vault);
  const ticket = secret && newTicket(vault.schema.name);
  if (ticket) worker.postMessage({ type: LEFT, ticket, secret }, [secret.bytes]);
}

/** @param {Vault} vault @param {MessagePort} port */
function giveKey(vault, port) {
  const secret = secretOf(vault);
  port.postMessage(secret, secret ? [secret.bytes] : []);
}

/** What was left for a next page is not wanted any more. @param {Vault} vault */
function takeBack(vault) {
  dropTicket(vault.schema.name);
  keeper()?.postMessage({ type: FORGOTTEN });
}

/**
 * A copy of the key, if the vault is open and may stay so.
 * @param {Vault} vault
 * @returns {Secret | null}
 */
function secretOf(vault) {
  lockIfLeft();
  const { mode, hiding } = vault.state();
  if (mode !== "open" || hiding || !vault.sealer) return null;
  const about = { key: vault.sealer.keyId, turn: vault.turn };
  return { about, bytes: vault.sealer.dataKey.slice().buffer };
}
