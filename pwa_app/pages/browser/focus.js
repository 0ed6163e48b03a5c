/**
 * Moves the focus to where a person goes on.
 * @param {string} id
 */
export function focusOn(id) {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: "start" });
  target?.focus({ preventScroll: true });
}
