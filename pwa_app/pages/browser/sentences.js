/**
 * A sentence of the catalogue with its gaps filled in.
 * @param {string} sentence such as "{helped} of {times}"
 * @param {Record<string, unknown>} parts
 */
export function filled(sentence, parts) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => String(parts[name] ?? gap));
}
