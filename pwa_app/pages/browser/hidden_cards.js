/** @import { CardMark } from "./finder_types" */
/** Keeps cards that the person has put away out of every list, also one that was prerendered. */
import { useEffect } from "react";

/** @type {CSSRule | undefined} */
let rule;

/** @param {CardMark[]} marks */
export function hideCards(marks) {
  // A rule in the page's own sheet: the policy lets no style element or attribute in.
  const sheet = document.styleSheets[0];
  const at = rule ? Array.from(sheet.cssRules).indexOf(rule) : -1;
  if (at >= 0) sheet.deleteRule(at);
  rule = undefined;
  const cards = marks.filter((mark) => mark.hidden).map((mark) => CSS.escape(mark.card));
  if (cards.length === 0) return;
  const selector = cards.map((card) => `[data-card="${card}"]`).join(", ");
  const end = sheet.cssRules.length;
  sheet.insertRule(`${selector} { display: none !important; }`, end);
  rule = sheet.cssRules[end];
}

/**
 * Shows nothing; keeps the marked cards out of the page's lists.
 * @param {{ marks: CardMark[], ready: boolean }} props
 */
export function HiddenCards({ marks, ready }) {
  useEffect(() => {
    if (ready) hideCards(marks);
  }, [marks, ready]);
  return null;
}
