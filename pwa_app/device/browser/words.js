/** Choices of a list that are not known beforehand: the person's own words, cards they tried. */
import { createElement, Fragment, useId, useRef } from "react";
import { useFormState } from "./form_state";

/** @typedef {{ value: string, label: string }} Choice */

/**
 * Checkboxes for what is offered and for what the list holds already. They stand inside their form.
 * @param {{ form: string, list: string, offered: Choice[], names?: Record<string, string> }} props
 *   `names` are the words for values that are no words themselves
 */
export function WordChoices({ form, list, offered, names = {} }) {
  const { held } = useFormState(form);
  const id = useId();
  // A word that was taken out stays in sight, so that nothing moves and a slip can be put right.
  const seen = useRef(/** @type {string[]} */ ([]));
  const inside = held[list] ?? [];
  seen.current = [...new Set([...seen.current, ...inside])];
  const others = seen.current.filter((word) => !offered.some(({ value }) => value === word));
  const choices = [
    ...offered,
    ...others.map((word) => ({ value: word, label: names[word] ?? word })),
  ];
  return createElement(
    Fragment,
    null,
    choices.map(({ value, label }) =>
      createElement(
        "div",
        { key: value, className: "chip-box" },
        createElement("input", {
          type: "checkbox",
          id: `${id}${value}`,
          // The form hears of a tap and changes the list; what it holds then is shown here.
          ref: (/** @type {HTMLInputElement | null} */ element) => {
            if (element) element.checked = inside.includes(value);
          },
          "data-list": list,
          "data-word": value,
        }),
        createElement("label", { htmlFor: `${id}${value}`, className: "chip", translate: "no" }, label),
      ),
    ),
  );
}
