/** The lines of a part of the plan: ideas to put in, and their order. */
import { createElement, Fragment, useEffect, useState } from "react";
import { useFormState } from "$/utils/device/form_state";
import { Sortable } from "$/utils/device/sortable";
import { lines_of, toggled_line } from "$/utils/logic/plan.js";
import { useWorking } from "./files";

/**
 * What stands under the text of a part. The text stays the one place where its lines are: this
 * reads them from the form and writes them back as if they had been typed.
 * @param {{
 *   form: string, field: string, heading: string, ideas: string[],
 *   words: { ideas: string, order: string, done: string, up: string, down: string, moved: string },
 * }} props
 */
export function PlanLines({ form, field, heading, ideas, words }) {
  const { values, ready, problems } = useFormState(form);
  const [ordering, setOrdering] = useState(false);
  const working = useWorking();
  const text = values[field]?.[0] ?? "";
  const lines = lines_of(text);
  const shown = ordering && lines.length > 1 && !problems[field];

  useEffect(() => {
    // Only one of the two is in sight; the text stays in the form.
    const control = controlOf(field);
    if (control) control.hidden = shown;
  }, [field, shown]);

  // Its room is there from the first paint on, so that nothing moves when it comes.
  if (!working || !ready) return createElement("div", { className: "plan-tools" });
  const named = createElement("span", { className: "visually-hidden" }, `: ${heading}`);
  return createElement(
    Fragment,
    null,
    shown &&
      createElement(Sortable, {
        items: keyed(lines),
        words,
        onOrder: (/** @type {string[]} */ keys) =>
          write(field, keys.map((key) => key.slice(key.indexOf(":") + 1)).join("\n")),
      }),
    createElement(
      "div",
      { className: "plan-tools" },
      lines.length > 1 &&
        createElement(
          "button",
          {
            type: "button",
            className: "link-button",
            "aria-expanded": shown,
            onClick: () => setOrdering(!shown),
          },
          shown ? words.done : words.order,
          named,
        ),
      createElement(Ideas, { field, ideas, lines, text }, words.ideas, named),
    ),
  );
}

/**
 * @param {{
 *   field: string, ideas: string[], lines: string[], text: string,
 *   children?: import("react").ReactNode,
 * }} props its children name it
 */
function Ideas({ field, ideas, lines, text, children }) {
  const [open, setOpen] = useState(false);
  return createElement(
    "details",
    {
      className: "ideas",
      onToggle: (/** @type {import("react").ToggleEvent<HTMLDetailsElement>} */ event) =>
        setOpen(event.currentTarget.open),
    },
    createElement("summary", null, children),
    open &&
      createElement(
        "div",
        { className: "choices" },
        ideas.map((idea) =>
          createElement(
            "button",
            {
              key: idea,
              type: "button",
              className: "chip",
              "aria-pressed": lines.includes(idea),
              onClick: () => write(field, toggled_line(text, idea)),
            },
            idea,
          ),
        ),
      ),
  );
}

/**
 * Lines as items; two that are alike stay two.
 * @param {string[]} lines
 */
function keyed(lines) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return lines.map((text) => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { key: `${times}:${text}`, text };
  });
}

/** @param {string} field @returns {HTMLTextAreaElement | null} */
function controlOf(field) {
  const control = document.getElementById(field);
  return control instanceof HTMLTextAreaElement ? control : null;
}

/** @param {string} field @param {string} text */
function write(field, text) {
  const control = controlOf(field);
  if (!control) return;
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
