import { useEffect } from "react";

/**
 * Keeps the screen on while it is part of the page and the page is looked at, where the platform
 * can (https://www.w3.org/TR/screen-wake-lock/); elsewhere it does nothing.
 */
export function StayAwake() {
  useEffect(() => {
    const awake = new Awake();
    void awake.ask();
    return () => awake.end();
  }, []);
  return null;
}

class Awake {
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  #ended = false;

  constructor() {
    // The platform takes the lock away whenever the page is hidden.
    document.addEventListener("visibilitychange", this.ask);
  }

  ask = async () => {
    if (this.#ended || document.visibilityState !== "visible" || !navigator.wakeLock) return;
    if (this.#lock && !this.#lock.released) return;
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (this.#ended) await lock.release();
      else this.#lock = lock;
    } catch (error) {
      // A low battery, or a policy of the phone: it may say no, and all else works the same.
      if (!(error instanceof DOMException)) throw error;
    }
  };

  end() {
    this.#ended = true;
    document.removeEventListener("visibilitychange", this.ask);
    void this.#lock?.release();
  }
}
