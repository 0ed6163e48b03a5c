import { useEffect } from "react";
import { idle } from "$/utils/device/idle";

let begun = false;

/**
 * Shows nothing. It tells the service worker where /help/ leads this person before they open it, so
 * that it is one document from the first time on. Once is enough until the next document.
 */
export function TellAhead() {
  useEffect(() => {
    if (!begun) void tell();
    begun = true;
  }, []);
  return null;
}

async function tell() {
  const worker = (await navigator.serviceWorker?.ready)?.active;
  if (!worker) return;
  await activated(worker);
  await idle();
  // By now it comes from the phone itself. A page that is being left loads nothing any more: then
  // the next one tells it, or /help/ does.
  const found = await import("$/utils/pages/own_lead").catch(() => null);
  const lead = found?.ownLead();
  if (lead && worker.state === "activated") worker.postMessage(lead);
}

/**
 * While it is activated, a service worker forgets all leads, also one that it was told just before.
 * @param {ServiceWorker} worker
 */
async function activated(worker) {
  if (worker.state !== "activating") return;
  await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
}
