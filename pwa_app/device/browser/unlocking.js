/** Everything that is done with a vault; loaded only where one is used. */
/** @import { KeyCost, VaultHeader } from "./types" */
/** @import { Rules } from "./tries" */
/** @import { Vault } from "./vault" */
import { argon2id } from "./argon2id";
import { stayLockedWhenLeft } from "./auto_lock";
import { convert } from "./conversion";
import { dataKeyBySecret, newRecoveryCode, randomBytes, wayBySecret } from "./data_key";
import { bringInLeft, forgetLeftWhere } from "./leaving";
import { openWith, whatLies } from "./opening";
import { DRAFT_TABLE } from "./records";
import { base64url, KEY_BYTES, Sealer } from "./sealing";
import { forgetTries, mayTry, wasWrong } from "./tries";
import { VAULT_TABLE, VaultChangedError } from "./vault_names";
import { guarded } from "./vault_step";

/** What OWASP names as the least: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const LEAST = { memoryKiB: 19_456, iterations: 2, parallelism: 1 };

const SHORTEST = 4;
const USUAL_MINUTES = 5;

/**
 * @param {Vault} vault
 * @param {"passcode" | "recovery"} kind
 * @param {string} secret
 * @param {Rules} rules
 */
export async function unlock(vault, kind, secret, rules) {
  /** @param {{ counted: PromiseLike<void> } | null} attempt */
  const step = async (attempt) => {
    const { header } = vault;
    if (!attempt || !header) return;
    const lying = whatLies(vault);
    const dataKey = await dataKeyBySecret(header, kind, secret);
    await attempt.counted;
    if (!dataKey) {
      await wasWrong(vault, rules);
      return;
    }
    await openWith(vault, header, dataKey, lying);
    await forgetTries(vault);
  };
  await guarded(vault, step, () => mayTry(vault, rules));
}

/**
 * @param {Vault} vault
 * @param {string} passcode
 * @param {string} again
 * @param {Rules} rules
 */
export async function turnOn(vault, passcode, again, rules) {
  await guarded(vault, async () => {
    if (!isNew(vault, { passcode, again })) return;
    await bringInLeft(vault.database, DRAFT_TABLE);
    await takeNewKey(vault, passcode, rules, { minutes: USUAL_MINUTES, hiding: false });
    vault.tell({ said: "on" });
  });
}

/**
 * A new passcode, and with it a new data key and a new recovery code: who knew the old ones can
 * open nothing that is written from now on.
 * @param {Vault} vault
 * @param {string} now the present passcode, or the recovery code
 * @param {{ passcode: string, again: string }} fresh
 * @param {Rules} rules
 */
export async function changePasscode(vault, now, fresh, rules) {
  await guarded(vault, async () => {
    if (!isNew(vault, fresh)) return;
    if (!(await isKnown(vault, now, rules)) || !vault.header) return;
    const { minutes, hiding } = vault.header;
    await takeNewKey(vault, fresh.passcode, rules, { minutes, hiding });
    vault.tell({ said: "changed" });
  });
}

/**
 * @param {Vault} vault
 * @param {string} now the present passcode, or the recovery code
 * @param {Rules} rules
 */
export async function turnOff(vault, now, rules) {
  await guarded(vault, async () => {
    if (!(await isKnown(vault, now, rules)) || !vault.sealer) return;
    await convert(vault.database, vault.schema, vault.sealer, null, null);
    vault.turnedOff();
    vault.tell({ said: "off" });
  });
}

/**
 * @param {Vault} vault
 * @param {{ minutes: number, hiding: boolean }} choices
 */
export async function choose(vault, choices) {
  await guarded(vault, async () => {
    await changeHeader(vault, (header) => ({ ...header, ...choices }));
    stayLockedWhenLeft(vault);
    vault.tell({ said: "choices" });
  });
}

/**
 * Removes everything that is kept, and the lock with it.
 * @param {Vault} vault
 */
export async function eraseAll(vault) {
  await guarded(vault, async () => {
    const names = Object.keys(vault.schema.tables);
    const transaction = vault.database.backendDB().transaction(names, "readwrite");
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    for (const name of names) transaction.objectStore(name).clear();
    await done;
    forgetLeftWhere(vault.schema.name, () => true);
    vault.turnedOff();
  });
}

/**
 * Whether a passcode can be taken; if not, why is told.
 * @param {Vault} vault
 * @param {{ passcode: string, again: string }} fresh
 */
function isNew(vault, { passcode, again }) {
  const short = passcode.trim().length < SHORTEST;
  if (short || passcode.trim() !== again.trim()) {
    vault.tell({ problem: short ? "short" : "different" });
    return false;
  }
  return true;
}

/**
 * Whether a passcode or recovery code is the present one; if not, that is told.
 * @param {Vault} vault
 * @param {string} secret
 * @param {Rules} rules
 */
async function isKnown(vault, secret, rules) {
  const attempt = vault.header && (await mayTry(vault, rules));
  if (!vault.header || !attempt) return false;
  await attempt.counted;
  const known =
    (await dataKeyBySecret(vault.header, "passcode", secret)) ??
    (await dataKeyBySecret(vault.header, "recovery", secret));
  await (known ? forgetTries(vault) : wasWrong(vault, rules));
  return known !== null;
}

/**
 * Seals everything anew with a key that nobody has had before.
 * @param {Vault} vault
 * @param {string} passcode
 * @param {Rules} rules
 * @param {{ minutes: number, hiding: boolean }} choices
 */
async function takeNewKey(vault, passcode, rules, choices) {
  const dataKey = randomBytes(KEY_BYTES);
  const key = base64url(randomBytes(KEY_BYTES / 2));
  const code = newRecoveryCode();
  /** @type {VaultHeader} */
  const header = {
    version: 1,
    key,
    ways: [
      await wayBySecret("passcode", passcode, await calibrated(rules), dataKey, key),
      await wayBySecret("recovery", code, LEAST, dataKey, key),
    ],
    ...choices,
  };
  const { database, schema } = vault;
  await convert(database, schema, vault.sealer, new Sealer(dataKey, key), header);
  await openWith(vault, header, dataKey);
  vault.tell({ code });
}

/**
 * @param {Vault} vault
 * @param {(header: VaultHeader) => VaultHeader} change
 */
export async function changeHeader(vault, change) {
  const table = vault.database.table(VAULT_TABLE);
  await vault.database.transaction("rw", table, async () => {
    const row = await table.get("header");
    if (row?.data.key !== vault.header?.key) throw new VaultChangedError();
    await table.put({ id: "header", data: change(row.data) });
  });
  await vault.recheck();
}

/** @param {Rules} rules @returns {Promise<KeyCost>} */
async function calibrated(rules) {
  const began = performance.now();
  await argon2id("trial", randomBytes(KEY_BYTES / 2), LEAST);
  const { memory_kib, iterations } = rules.costOf(performance.now() - began);
  return { memoryKiB: memory_kib, iterations, parallelism: LEAST.parallelism };
}
