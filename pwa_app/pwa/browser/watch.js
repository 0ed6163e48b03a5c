/** Finding elements that come and go as the router changes pages. */

/** @type {Array<{selector: string, found: (element: HTMLElement) => void}>} */
const watches = [];

/** @param {ParentNode} root */
function search(root) {
  for (const { selector, found } of watches) {
    if (root instanceof HTMLElement && root.matches(selector)) found(root);
    for (const element of root.querySelectorAll(selector)) {
      if (element instanceof HTMLElement) found(element);
    }
  }
}

/**
 * Calls back for every element that matches, now and whenever one is added later.
 *
 * @param {string} selector
 * @param {(element: HTMLElement) => void} found
 */
export function whenAdded(selector, found) {
  if (watches.length === 0) {
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) if (node instanceof Element) search(node);
      }
    }).observe(document, { childList: true, subtree: true });
  }
  watches.push({ selector, found });
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof HTMLElement) found(element);
  }
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function all(selector) {
  return [...document.querySelectorAll(selector)].filter((e) => e instanceof HTMLElement);
}

/**
 * Calls back when a control with data-pwa-action is clicked, wherever it is by then.
 *
 * @param {string} attribute
 * @param {Record<string, () => void>} actions
 */
export function onAction(attribute, actions) {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest(`[${attribute}]`) : null;
    const action = actions[target?.getAttribute(attribute) ?? ""];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
