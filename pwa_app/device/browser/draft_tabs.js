/**
 * One draft in several tabs: each tells the others once it has changed it, and looks again when
 * the person comes back to it.
 */
export class DraftTabs {
  /** @type {BroadcastChannel | null} */
  #channel;

  /**
   * @param {string} draft what names the draft on this phone
   * @param {{ onLeave: () => void, onChange: () => void }} listeners for a person who looks away,
   *   and for a draft that may be another one now
   */
  constructor(draft, listeners) {
    this.listeners = listeners;
    // Where tabs cannot speak to each other, each still looks again when the person comes back.
    this.#channel = globalThis.BroadcastChannel ? new BroadcastChannel(`draft ${draft}`) : null;
    if (this.#channel) this.#channel.onmessage = listeners.onChange;
    document.addEventListener("visibilitychange", this.#looked);
  }

  /** Tells the other tabs that the draft has changed. */
  tell() {
    this.#channel?.postMessage("changed");
  }

  close() {
    this.#channel?.close();
    this.#channel = null;
    document.removeEventListener("visibilitychange", this.#looked);
  }

  #looked = () => {
    const { onLeave, onChange } = this.listeners;
    if (document.visibilityState === "hidden") onLeave();
    else onChange();
  };
}
