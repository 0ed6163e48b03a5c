/** @import { Contact } from "./plan_types" */
/** @import { Records } from "../../device/browser/records" */
/** The people of a part of the plan, while it is being written. */
import { createElement } from "react";
import { Link } from "react-router";
import { Sortable } from "$/utils/device/sortable";
import { in_places, people_of } from "$/utils/logic/plan.js";

/**
 * @param {{
 *   records: Records, rows: Contact[], part: string, address: string,
 *   words: { change: string, remove: string, up: string, down: string, moved: string },
 * }} props `address` is that of the form for one person, to which the key is added
 */
export function PlanPeople({ records, rows, part, address, words }) {
  const people = people_of(rows, part);
  if (people.length === 0) return null;

  /** @param {string[]} keys */
  const order = (keys) =>
    records.attempt((all) =>
      all.database.transaction("rw", "PlanContact", async () => {
        for (const { id, place } of in_places(rows, keys)) {
          await all.merge("PlanContact", id, { place });
        }
      }),
    );

  return createElement(Sortable, {
    items: people.map(({ id, name, number }) => ({ key: id, text: name, detail: number })),
    words,
    onOrder: (/** @type {string[]} */ keys) => void order(keys),
    actions: ({ key, text }) => {
      const named = createElement("span", { className: "visually-hidden" }, ` ${text}`);
      return createElement(
        "div",
        { className: "plan-tools" },
        createElement(
          Link,
          { to: `${address}${encodeURIComponent(key)}`, className: "link-button" },
          words.change,
          named,
        ),
        createElement(
          "button",
          {
            type: "button",
            className: "link-button",
            onClick: () => void records.attempt((all) => all.remove("PlanContact", key)),
          },
          words.remove,
          named,
        ),
      );
    },
  });
}
