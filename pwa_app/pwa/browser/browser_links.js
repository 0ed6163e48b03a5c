/** Links that the router can no longer follow, because it does not find the scripts of their pages. */
import { LEAVE_LINK } from "./names.js";

/** @param {MouseEvent} event */
function keepFromRouter(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (link !== null && !link.matches(LEAVE_LINK)) event.stopPropagation();
}

/** Has the browser itself open what is tapped from now on. May be called again. */
export function letTheBrowserOpenLinks() {
  addEventListener("click", keepFromRouter, true);
}
