/**
 * Does something once the browser has painted what there is to paint.
 * @param {() => void} work
 */
export function afterPaint(work) {
  // A page that nobody sees is not painted.
  if (document.hidden) work();
  else requestAnimationFrame(() => setTimeout(work));
}
