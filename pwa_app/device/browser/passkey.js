/**
 * A passkey as a way to the data key: the phone gives a secret for a finger or a face, by the
 * extension PRF of WebAuthn (https://www.w3.org/TR/webauthn-3/#prf-extension).
 */
/** @import { Vault } from "./vault" */
import { dataKeyByPasskey, randomBytes, wayByPasskey } from "./data_key";
import { openWith } from "./opening";
import { base64url, fromBase64url, KEY_BYTES } from "./sealing";
import { changeHeader } from "./unlocking";
import { guarded } from "./vault_step";

/** ES256 and RS256 (https://www.iana.org/assignments/cose/cose.xhtml#algorithms). */
const ALGORITHMS = [-7, -257];
const USER_BYTES = 16;

/** @param {Vault} vault */
export async function addPasskey(vault) {
  await guarded(vault, () =>
    unlessRefused(vault, async () => {
      const salt = randomBytes(KEY_BYTES);
      const credential = await made(salt);
      const id = base64url(new Uint8Array(credential.rawId));
      const secret = secretIn(credential) ?? (await secretFor(id, base64url(salt)));
      const { sealer, header } = vault;
      if (!secret || !sealer || !header) {
        vault.tell({ problem: "refused" });
        return;
      }
      const way = wayByPasskey(id, base64url(salt), secret, sealer.dataKey, header.key);
      await changeHeader(vault, (now) => ({ ...now, ways: [...others(now), way] }));
      vault.tell({ said: "passkey" });
    }),
  );
}

/** @param {Vault} vault */
export async function removePasskey(vault) {
  await guarded(vault, async () => {
    await changeHeader(vault, (now) => ({ ...now, ways: others(now) }));
    vault.tell({ said: "no_passkey" });
  });
}

/** @param {Vault} vault */
export async function unlockByPasskey(vault) {
  await guarded(vault, () =>
    unlessRefused(vault, async () => {
      const { header } = vault;
      const way = header?.ways.find(({ kind }) => kind === "passkey");
      if (!header || way?.kind !== "passkey") return;
      const secret = await secretFor(way.credential, way.salt);
      const dataKey = secret && dataKeyByPasskey(header, secret);
      if (dataKey) await openWith(vault, header, dataKey);
      else vault.tell({ problem: "refused" });
    }),
  );
}

/** @param {import("./types").VaultHeader} header */
function others({ ways }) {
  return ways.filter(({ kind }) => kind !== "passkey");
}

/**
 * A new passkey of this phone. The phone lists it by the site's address, which it shows anyway.
 * @param {Uint8Array<ArrayBuffer>} salt
 */
async function made(salt) {
  const created = await navigator.credentials.create({
    publicKey: {
      challenge: randomBytes(KEY_BYTES),
      rp: { name: location.hostname },
      user: {
        id: randomBytes(USER_BYTES),
        name: location.hostname,
        displayName: location.hostname,
      },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: {
        authenticatorAttachment: "platform",
        userVerification: "required",
      },
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  return /** @type {PublicKeyCredential} */ (created);
}

/**
 * @param {string} credential
 * @param {string} salt
 */
async function secretFor(credential, salt) {
  const found = await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(KEY_BYTES),
      allowCredentials: [{ type: "public-key", id: fromBase64url(credential) }],
      userVerification: "required",
      extensions: { prf: { eval: { first: fromBase64url(salt) } } },
    },
  });
  return secretIn(/** @type {PublicKeyCredential} */ (found));
}

/**
 * The passkey's secret; null where the phone has none to give.
 * @param {PublicKeyCredential} credential
 */
function secretIn(credential) {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
}

/**
 * A person may say no, and a phone may have no passkeys: the passcode still works.
 * @param {Vault} vault
 * @param {() => Promise<void>} step
 */
async function unlessRefused(vault, step) {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    vault.tell({ problem: "refused" });
  }
}
