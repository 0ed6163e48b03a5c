/**
 * Keeps the field that is typed in above the on-screen keyboard.
 *
 * The page is laid out in what the keyboard leaves (`interactive-widget` in repairs.py); what was
 * in sight before may then be below that. Zooming by pinching is no resize of the window, so who
 * has zoomed in is left where they are.
 */
const FIELDS = "input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea";

export function startKeyboard() {
  addEventListener("resize", () => {
    const field = document.activeElement;
    if (field?.matches(FIELDS)) field.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
}
