/**
 * Runs in every document before its own scripts, and works out when its main heading was painted.
 *
 * The time counts from the first document of the tab, so that a page which leads on to another
 * pays for both. Paint Timing: https://www.w3.org/TR/paint-timing/
 */
(() => {
  const FIRST_DOCUMENT = "bench:first-document";
  const GIVE_UP_MS = 20000;

  const first = Number(sessionStorage.getItem(FIRST_DOCUMENT) ?? performance.timeOrigin);
  sessionStorage.setItem(FIRST_DOCUMENT, String(first));

  /** @type {Promise<number>} */
  const contentPainted = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) {
        if (name === "first-contentful-paint") resolve(startTime);
      }
    }).observe({ type: "paint", buffered: true });
  });

  const isHeadingThere = () => {
    const heading = document.querySelector("h1");
    const visible = heading?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return visible === true && heading?.textContent?.trim() !== "";
  };

  /** @type {Promise<{frame: number, painted: number}>} */
  const headingFrame = new Promise((resolve) => {
    /** @param {number} frame when the frame began */
    const look = (frame) => {
      if (!isHeadingThere()) requestAnimationFrame(look);
      // A task that is queued in a frame runs once the frame has been painted.
      else setTimeout(() => resolve({ frame, painted: performance.now() }));
    };
    requestAnimationFrame(look);
  });

  const measured = Promise.all([contentPainted, headingFrame]).then(([content, heading]) => {
    const painted = heading.frame <= content ? content : heading.painted;
    return performance.timeOrigin + painted - first;
  });
  /** @type {Promise<null>} */
  const givenUp = new Promise((resolve) => setTimeout(() => resolve(null), GIVE_UP_MS));

  Object.assign(globalThis, { headingPainted: Promise.race([measured, givenUp]) });
})();
