/** @import { Records } from "./records" */
/** @import { Rules } from "./tries" */
/** @import { Vault } from "./vault" */
/**
 * @typedef {"unlock" | "recover" | "turn_on" | "change" | "turn_off" | "choose" | "erase"
 *   | "add_passkey" | "use_passkey" | "remove_passkey"} Act
 */
import { createElement, useEffect } from "react";
import { idle } from "./idle";

/**
 * A form that does something with the vault. Its controls are `passcode`, `again`, `now`, `code`,
 * `minutes` and `hiding`, as far as the act needs them; what became of it is told by `useVault`.
 * @param {{
 *   records: Records, act: Act, waitAfter: Rules["waitAfter"], costOf: Rules["costOf"],
 *   children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function VaultForm({ records, act, waitAfter, costOf, children, ...rest }) {
  useEffect(() => {
    // Fetched before it is wanted; where that does not work, it is asked for again then.
    const fetched = import("./unlocking");
    fetched.then(() => (act === "unlock" ? prepare() : undefined)).catch(() => {});
  }, [act]);

  /** @param {import("react").FormEvent<HTMLFormElement>} event */
  const onSubmit = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    await perform(records.vault, act, new FormData(form), { waitAfter, costOf });
    const { problem } = records.vault.state();
    if (act !== "choose" && (problem === null || problem === "wrong")) form.reset();
  };
  // Until React listens, the browser must not send a passcode to an address.
  return createElement("form", { ...rest, method: "dialog", noValidate: true, onSubmit }, children);
}

async function prepare() {
  await idle();
  const { warmUp } = await import("./warm_up");
  await warmUp(idle);
}

/**
 * @param {Vault} vault
 * @param {Act} act
 * @param {FormData} data
 * @param {Rules} rules
 */
async function perform(vault, act, data, rules) {
  const given = (/** @type {string} */ name) => String(data.get(name) ?? "");
  const steps = await import("./unlocking");
  switch (act) {
    case "unlock":
      return steps.unlock(vault, "passcode", given("passcode"), rules);
    case "recover":
      return steps.unlock(vault, "recovery", given("code"), rules);
    case "turn_on":
      return steps.turnOn(vault, given("passcode"), given("again"), rules);
    case "change": {
      const fresh = { passcode: given("passcode"), again: given("again") };
      return steps.changePasscode(vault, given("now"), fresh, rules);
    }
    case "turn_off":
      return steps.turnOff(vault, given("now"), rules);
    case "choose":
      return steps.choose(vault, { minutes: Number(given("minutes")), hiding: data.has("hiding") });
    case "erase":
      return steps.eraseAll(vault);
    default:
      return performPasskey(vault, act);
  }
}

/**
 * @param {Vault} vault
 * @param {"add_passkey" | "use_passkey" | "remove_passkey"} act
 */
async function performPasskey(vault, act) {
  const passkeys = await import("./passkey");
  if (act === "add_passkey") return passkeys.addPasskey(vault);
  if (act === "use_passkey") return passkeys.unlockByPasskey(vault);
  return passkeys.removePasskey(vault);
}
