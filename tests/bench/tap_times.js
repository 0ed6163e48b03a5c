/**
 * Runs in every document before its own scripts, and notes how long taps and keys take to be
 * answered.
 *
 * `answers` counts from the moment of the input until what changed because of it is painted: the
 * frame after it, for what styles alone answer, or the last one before which the page changed.
 */
(() => {
  const QUIET_MS = 250;
  const times = { /** @type {number[]} */ answers: [] };
  Object.assign(globalThis, { tapTimes: times });

  let began = 0;
  let painted = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;

  const settle = () => {
    if (began > 0 && painted > 0) times.answers.push(painted - began);
    began = 0;
  };

  const waitForQuiet = () => {
    clearTimeout(quiet);
    quiet = setTimeout(settle, QUIET_MS);
  };

  // A task that is queued in a frame runs once the frame has been painted.
  const notePaint = () => {
    requestAnimationFrame(() => setTimeout(() => (painted = performance.now())));
  };

  addEventListener(
    "input",
    (event) => {
      began = event.timeStamp;
      painted = 0;
      notePaint();
      waitForQuiet();
    },
    { capture: true },
  );

  new MutationObserver(() => {
    if (began === 0) return;
    waitForQuiet();
    notePaint();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})();
