/**
 * One answer for all the parts of a page that show some of it: worked out once, while any of them
 * looks at it.
 * @template Answer
 */
export class Shared {
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #watched = false;

  /** @param {Answer} answer what is shown at first */
  constructor(answer) {
    this.current = answer;
  }

  answer = () => this.current;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    if (!this.#watched) this.begin();
    this.#watched = true;
    return () => {
      this.#listeners.delete(listener);
      // One part of a page may go in the same moment in which another comes.
      setTimeout(() => {
        if (this.#listeners.size > 0 || !this.#watched) return;
        this.#watched = false;
        this.end();
      });
    };
  };

  /** @param {Answer} answer */
  tell(answer) {
    this.current = answer;
    for (const listener of this.#listeners) listener();
  }

  /** Somebody looks. */
  begin() {}

  /** Nobody looks any more. */
  end() {}
}
