/**
 * Words as they are compared in a search, which only the platform's Unicode data can tell.
 */

/** Letters that are no base letter with a mark, but are often typed as one. */
const PLAIN = new Map(Object.entries({ ø: "o", ł: "l", đ: "d", ı: "i", æ: "ae", œ: "oe", ß: "ss" }));

/**
 * The words of a text in lower case, without accents and without what stands between them.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function foldedWords(text) {
  // An apostrophe is inside a word: "Côte d’Ivoire", "People's".
  const bare = text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’ʻ]/gu, "");
  const words = bare.replace(/[øłđıæœß]/g, (letter) => PLAIN.get(letter) ?? letter);
  return words.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
