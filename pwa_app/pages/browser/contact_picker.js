/** The phone's own contacts (https://w3c.github.io/contact-picker/), where a browser offers them. */
import { createElement, Fragment, useState } from "react";
import { useWorking } from "./files";

/** @typedef {{ name?: string[], tel?: string[] }} Picked */

/**
 * A button that lets the person pick one contact in the phone's own list, and puts its name and a
 * number into a form. The page sees nothing of the others. It shows nothing where there is no such
 * list.
 * @param {{ words: { pick: string, which: string, trouble: string } }} props
 */
export function ContactPicker({ words }) {
  const [numbers, setNumbers] = useState(/** @type {string[]} */ ([]));
  const [trouble, setTrouble] = useState(false);
  const contacts = useWorking() ? contactsOfPhone() : undefined;
  if (!contacts) return null;

  const pick = async () => {
    setTrouble(false);
    try {
      const [picked] = await contacts.select(["name", "tel"], { multiple: false });
      if (!picked) return;
      const found = [...new Set((picked.tel ?? []).map((one) => one.trim()).filter(Boolean))];
      write("name", picked.name?.find(Boolean) ?? "");
      write("number", found[0] ?? "");
      setNumbers(found);
    } catch {
      setTrouble(true);
    }
  };

  return createElement(
    Fragment,
    null,
    createElement(
      "button",
      { type: "button", className: "button quiet contact-picker", onClick: () => void pick() },
      words.pick,
    ),
    createElement("p", { role: "status", className: "small" }, trouble ? words.trouble : null),
    numbers.length > 1 &&
      createElement(
        "div",
        { role: "group", "aria-label": words.which, className: "field" },
        createElement("p", null, words.which),
        createElement(
          "div",
          { className: "choices" },
          numbers.map((number) =>
            createElement(
              "button",
              {
                key: number,
                type: "button",
                className: "chip",
                dir: "ltr",
                onClick: () => write("number", number),
              },
              number,
            ),
          ),
        ),
      ),
  );
}

/**
 * @returns {{ select: (
 *   wanted: string[], options: { multiple: boolean },
 * ) => Promise<Picked[]> } | undefined}
 */
function contactsOfPhone() {
  const { contacts } = /** @type {any} */ (navigator);
  return typeof contacts?.select === "function" ? contacts : undefined;
}

/**
 * Puts a text into a control as if it had been typed; what was there is not taken away for nothing.
 * @param {string} id
 * @param {string} text
 */
function write(id, text) {
  const control = document.getElementById(id);
  if (!(control instanceof HTMLInputElement) || text === "") return;
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
