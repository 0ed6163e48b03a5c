/**
 * A secret that the pages of the site hand on to each other, so that it is in memory only: from a
 * page that goes away to the next one of its tab, or from an open page to a new one.
 *
 * This worker writes it nowhere. What a page leaves is kept for seconds and given to the page that
 * shows the ticket, until that says it has it: one that is left at once may not have come so far.
 * When the browser stops the worker, it is gone.
 */

/**
 * @typedef {{about: unknown, bytes: ArrayBuffer}} Secret what is secret are the bytes
 * @typedef {{secret: Secret, end: () => void}} Held
 */

/** Same name as in names.js. */
const SECRET_WANTED = "SECRET_WANTED";

/** How long a secret waits for the next page: one on a slow phone, from the cache. */
const HELD_MS = 10_000;

/** How long a new page waits for the one before it, and for other pages, which may be asleep. */
const ANSWER_MS = 500;

/** What pages have left, by their tickets. @type {Map<string, Held>} */
const held = new Map();
/** Pages that came before what was left for them. @type {Map<string, () => void>} */
const early = new Map();

/**
 * Keeps what a page leaves behind for the next one of its tab.
 *
 * @param {{ticket: string, secret: Secret}} left
 * @returns {Promise<void>} settled once it is no longer here, so that the worker lives so long
 */
export function keepSecret({ ticket, secret }) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => dropSecret(ticket), HELD_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    held.set(ticket, { secret, end });
    early.get(ticket)?.();
  });
}

/**
 * Forgets what was left with a ticket, or by all pages.
 *
 * @param {string} [ticket]
 */
export function forgetSecrets(ticket) {
  for (const one of ticket === undefined ? [...held.keys()] : [ticket]) dropSecret(one);
}

/**
 * Answers a page that asks through a port: with what was left for it, else with what another open
 * page gives, else with null.
 *
 * @param {ServiceWorkerGlobalScope} worker
 * @param {ExtendableMessageEvent} event with the ticket that the page has, or null
 */
export async function giveSecret(worker, { data, ports: [port], source }) {
  const page = /** @type {Client | null} */ (source);
  if (page === null || !page.url.startsWith(worker.registration.scope)) return;
  const left = typeof data.ticket === "string" ? await leftFor(data.ticket) : null;
  const secret = left ?? (await offered(worker, page.id));
  port.postMessage(secret);
}

/** @param {string} ticket */
function dropSecret(ticket) {
  const { secret, end } = held.get(ticket) ?? {};
  if (secret !== undefined) new Uint8Array(secret.bytes).fill(0);
  held.delete(ticket);
  end?.();
}

/**
 * @param {string} ticket
 * @returns {Promise<Secret | null>}
 */
async function leftFor(ticket) {
  if (!held.has(ticket)) await arrival(ticket);
  return held.get(ticket)?.secret ?? null;
}

/**
 * The next page may be quicker than the last words of the one before.
 *
 * @param {string} ticket
 * @returns {Promise<void>}
 */
function arrival(ticket) {
  return new Promise((resolve) => {
    const end = () => {
      early.delete(ticket);
      resolve();
    };
    early.set(ticket, end);
    setTimeout(end, ANSWER_MS);
  });
}

/**
 * What the first of the other open pages gives.
 *
 * @param {ServiceWorkerGlobalScope} worker
 * @param {string} asking the page that asks
 * @returns {Promise<Secret | null>}
 */
async function offered(worker, asking) {
  const pages = await worker.clients.matchAll({ type: "window" });
  const others = pages.filter(({ id }) => id !== asking);
  return Promise.any(others.map(offerOf)).catch(() => null);
}

/**
 * @param {Client} page
 * @returns {Promise<Secret>} rejected where the page has none, or says nothing
 */
function offerOf(page) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(() => {
      port1.close();
      reject(new Error("no answer"));
    }, ANSWER_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(late);
      port1.close();
      if (data === null) reject(new Error("nothing to give"));
      else resolve(data);
    };
    page.postMessage({ type: SECRET_WANTED }, [port2]);
  });
}
