/**
 * Python's dict.get. It finds own keys only, so that a word such as "constructor", which every
 * JavaScript object inherits, is not there until it is stored; undefined counts as not there.
 *
 * @type {(this: Record<string, unknown>, key: string, fallback?: unknown) => unknown}
 */
var _pymeth_get = function (key, fallback = null) {
  const own = Object.prototype.hasOwnProperty.call(this, key) ? this[key] : undefined;
  return own === undefined ? fallback : own;
};
