/**
 * Whether what is kept is what was published, to the last byte.
 *
 * A phone's storage can rot: a file may be cut short, or not be readable at all.
 */

/** What was found whole in this worker's life: it is looked at once, not at every use. */
const sound = new Set();

/** SHA-256 of each answer that is kept, written as https://www.rfc-editor.org/rfc/rfc9530 says. */
export const DIGEST_HEADER = "Content-Digest";

/**
 * @param {BufferSource} bytes
 * @returns {Promise<string>} as in Subresource Integrity, "sha256-…"
 */
export async function integrityOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/**
 * @param {string} integrity "sha256-…"
 * @returns {string} the same as the value of {@link DIGEST_HEADER}
 */
export function digestHeader(integrity) {
  return `sha-256=:${integrity.slice("sha256-".length)}:`;
}

/**
 * @param {string} name of the place where it is kept, unlike any other
 * @param {Response} response left unread
 * @param {string} integrity "sha256-…"
 * @returns {Promise<boolean>} false where it holds something else, or cannot be read to its end
 */
export async function isIntact(name, response, integrity) {
  if (sound.has(name)) return true;
  try {
    const bytes = await response.clone().arrayBuffer();
    if ((await integrityOf(bytes)) !== integrity) return false;
  } catch {
    return false;
  }
  sound.add(name);
  return true;
}
