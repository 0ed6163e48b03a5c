/** The vault's own modules for tests/browser/test_sealing.py, which bundles this file. */
import { gcm } from "@noble/ciphers/aes.js";
import { argon2id } from "./device/argon2id";
import { bytesOf, rowOf } from "./device/row_bytes";
import { nonceOf, Sealer } from "./device/sealing";

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const sealer = () => new Sealer(crypto.getRandomValues(new Uint8Array(32)), "key");

export async function derived([passphrase, salt, cost]) {
  return hex(await argon2id(passphrase, new TextEncoder().encode(salt), cost));
}

export function encrypted([key, nonce, plain, bound]) {
  return hex(gcm(bytes(key), bytes(nonce), bytes(bound)).encrypt(bytes(plain)));
}

/** Whether both ciphers, ours and the browser's, open what each has sealed. */
export async function bothAgree(texts) {
  const ours = sealer();
  const plain = texts.map((text) => new TextEncoder().encode(text));
  const answers = await Promise.all(
    plain.map(async (one) => [
      hex(await ours.openLarge("T", "n", ours.seal("T", "n", one))) === hex(one),
      hex(ours.open("T", "n", await ours.sealLarge("T", "n", one))) === hex(one),
    ]),
  );
  return answers.flat().every(Boolean);
}

export function opensElsewhere([table, name]) {
  const ours = sealer();
  const sealed = ours.seal("T", "n", new TextEncoder().encode("words"));
  try {
    ours.open(table, name, sealed);
    return true;
  } catch {
    return false;
  }
}

export function opensChanged(at) {
  const ours = sealer();
  const sealed = ours.seal("T", "n", new TextEncoder().encode("words"));
  sealed[at % sealed.length] ^= 1;
  try {
    ours.open("T", "n", sealed);
    return true;
  } catch {
    return false;
  }
}

/** How many different nonces and sealed texts there are where everything else is the same. */
export function differing(count) {
  const ours = sealer();
  const plain = new TextEncoder().encode("the same words");
  const sealed = Array.from({ length: count }, () => ours.seal("T", "n", plain));
  return [new Set(sealed.map(nonceOf)).size, new Set(sealed.map(hex)).size];
}

export function names([table, key, other]) {
  const [one, two] = [sealer(), sealer()];
  return {
    same: one.nameOf(table, key) === one.nameOf(table, key),
    byKey: one.nameOf(table, key) === one.nameOf(table, other),
    bySealer: one.nameOf(table, key) === two.nameOf(table, key),
  };
}

export function thereAndBack(rows) {
  return rows.map((row) => rowOf(bytesOf(row)));
}

export function lengths(rows) {
  return rows.map((row) => bytesOf(row).length);
}

export function binaryBack(count) {
  const content = Uint8Array.from({ length: count }, (_, at) => (at * 7) % 251).buffer;
  const back = rowOf(bytesOf({ id: "f", content, name: "n" }));
  const same = hex(new Uint8Array(back.content)) === hex(new Uint8Array(content));
  return same && back.content instanceof ArrayBuffer && back.id === "f" && back.name === "n";
}
