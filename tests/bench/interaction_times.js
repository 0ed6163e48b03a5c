/**
 * Runs in every document before its own scripts, and notes how long each tap and key press takes.
 *
 * An interaction is what Event Timing calls one (https://www.w3.org/TR/event-timing/): all events
 * of one tap or key, of which the longest counts, from the input until the next paint. So counts
 * Interaction to Next Paint, too (https://web.dev/articles/inp). The browser rounds to 8 ms and
 * tells nothing of what took less than 16 ms.
 */
(() => {
  const LONGEST_NAME = 30;

  /** @type {Map<number, PerformanceEventTiming>} */
  const longest = new Map();
  /** @type {Map<number, string>} what was touched, by the moment of the event */
  const touched = new Map();
  let before = 0;

  /** @param {Element} element @returns {string} what a person would call it */
  const called = (element) => {
    const control = element.closest("button, a, label, summary") ?? element.closest("li, fieldset");
    const words = control?.textContent || element.id || element.localName;
    return words.trim().slice(0, LONGEST_NAME);
  };

  // Told when it happens: what is tapped may be gone once it is painted.
  for (const type of ["pointerdown", "pointerup", "click", "keydown", "keyup"]) {
    addEventListener(
      type,
      ({ target, timeStamp }) => {
        if (target instanceof Element) touched.set(timeStamp, called(target));
      },
      { capture: true, passive: true },
    );
  }

  /** @param {PerformanceEntryList} entries */
  const note = (entries) => {
    for (const entry of /** @type {PerformanceEventTiming[]} */ (entries)) {
      const known = longest.get(entry.interactionId);
      if (entry.interactionId && entry.duration > (known?.duration ?? 0)) {
        longest.set(entry.interactionId, entry);
      }
    }
  };

  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "event", durationThreshold: 16, buffered: true });

  Object.assign(globalThis, {
    forgetInteractions() {
      note(observer.takeRecords());
      longest.clear();
      before = performance.interactionCount;
    },
    interactions() {
      note(observer.takeRecords());
      const noted = [...longest.values()].map((entry) => ({
        event: entry.name,
        on: touched.get(entry.startTime) ?? "",
        duration: entry.duration,
        waiting: entry.processingStart - entry.startTime,
        working: entry.processingEnd - entry.processingStart,
      }));
      return { count: performance.interactionCount - before, noted };
    },
  });
})();
