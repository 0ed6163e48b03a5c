/**
 * Runs in every document before its own scripts, and measures how long it takes until something
 * is shown.
 *
 * `waitFor` is told what is awaited; then the person taps. `shown` settles with the milliseconds
 * from that tap, as the browser dated it, until what is awaited is part of the page and painted.
 * `firstShown` counts from the start of the navigation instead. `longestFrame` is the longest time
 * between two frames since `watchFrames`; `saved` settles once a file is handed to the browser.
 */
(() => {
  const GIVE_UP_MS = 30000;
  /** @type {Promise<number>} */
  let shown;
  /** @type {Promise<number>} */
  let saved;
  let longest = 0;
  let watching = false;

  /** A task that is queued in a frame, before all others, runs once the frame is painted. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        scheduler.postTask(() => resolve(performance.now()), { priority: "user-blocking" });
      });
    });

  /** @param {() => boolean} isThere @returns {Promise<number>} when it was painted */
  const untilPainted = (isThere) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isThere()) return;
        observer.disconnect();
        painted().then(resolve);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      look();
    });

  /** @param {Promise<number>} time @returns {Promise<number | null>} null where it never came */
  const inTime = (time) =>
    Promise.race([time, new Promise((resolve) => setTimeout(() => resolve(null), GIVE_UP_MS))]);

  const tapped = () =>
    new Promise((resolve) => {
      addEventListener("click", ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });

  Object.assign(globalThis, {
    /** @param {string} selector of something that is not there yet */
    waitFor(selector) {
      const before = new Set(document.querySelectorAll(selector));
      const isThere = () => [...document.querySelectorAll(selector)].some((one) => !before.has(one));
      shown = tapped().then(async (start) => (await untilPainted(isThere)) - start);
    },
    waitForFile() {
      const click = HTMLAnchorElement.prototype.click;
      saved = new Promise((resolve) => {
        HTMLAnchorElement.prototype.click = function () {
          resolve(performance.now());
          HTMLAnchorElement.prototype.click = click;
          click.call(this);
        };
      });
      shown = Promise.all([tapped(), saved]).then(([start, end]) => end - start);
    },
    shown: () => inTime(shown),
    /** @param {string} selector */
    firstShown: (selector) =>
      inTime(untilPainted(() => document.querySelector(selector) !== null)),
    watchFrames() {
      let last = performance.now();
      longest = 0;
      watching = true;
      const frame = (/** @type {number} */ now) => {
        longest = Math.max(longest, now - last);
        last = now;
        if (watching) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    longestFrame() {
      watching = false;
      return longest;
    },
  });
})();
