/** A page that was opened by another spelling of its address, or by one that leads on to it. */
import { OWN_PATH } from "./names.js";

/** Puts the page's own address in place, before anything asks for it. */
export function takeOwnAddress() {
  const path = document.querySelector(OWN_PATH)?.getAttribute("content");
  if (!path || path === location.pathname) return;
  history.replaceState(history.state, "", path + location.search + location.hash);
}
