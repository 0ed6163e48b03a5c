/**
 * What on a page is too faint to be seen by everybody, one line each: words of less than 7:1 against
 * what is behind them, whatever their size, and edges of controls of less than 3:1.
 * For Playwright's `evaluate`.
 */
() => {
  const WORDS = 7;
  const EDGES = 3;
  const CONTROLS = "input, textarea, select, .chip, .mood, .button, .pixel, .found li";

  const rgba = (text) => {
    const parts = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return parts.length > 3 ? parts : [...parts, 1];
  };
  const over = ([r, g, b, a], below) =>
    [r, g, b].map((value, at) => value * a + below[at] * (1 - a));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const opacity = (element) => {
    let all = 1;
    for (let at = element; at; at = at.parentElement) all *= Number(getComputedStyle(at).opacity);
    return all;
  };
  const seen = (element, text, ground) => {
    const [r, g, b, a] = rgba(text);
    return over([r, g, b, a * opacity(element)], ground);
  };

  const isShown = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (element.closest(".visually-hidden, .skip:not(:focus)")) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const words = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== "");
  const name = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);

  const found = [];
  const check = (element, colour, ground, least, what) => {
    const contrast = ratio(seen(element, colour, ground), ground);
    if (contrast < least - 0.005) found.push(`${what} ${contrast.toFixed(2)}: ${name(element)}`);
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") || !isShown(element)) continue;
    const style = getComputedStyle(element);
    const ground = behind(element);
    const typed = element.matches("input:not([type=radio], [type=checkbox], [type=range]), textarea, select");
    if (words(element).length > 0 || typed) check(element, style.color, ground, WORDS, "words");
    if (typed && element.placeholder) {
      check(element, getComputedStyle(element, "::placeholder").color, ground, WORDS, "placeholder");
    }
    for (const part of ["::before", "::after"]) {
      const { content, color, backgroundColor } = getComputedStyle(element, part);
      if (!/^"[^"]*[\p{L}\p{N}✓+–•]/u.test(content)) continue;
      check(element, color, over(rgba(backgroundColor), ground), WORDS, part);
    }
    if (!element.matches(CONTROLS) || element.matches("[type=checkbox], [type=radio], [type=range]")) continue;
    const around = element.parentElement ? behind(element.parentElement) : ground;
    const edge = parseFloat(style.borderTopWidth) > 0 ? seen(element, style.borderTopColor, around) : ground;
    const best = Math.max(ratio(edge, around), ratio(ground, around));
    if (best < EDGES - 0.005) found.push(`edge ${best.toFixed(2)}: ${name(element)}`);
  }
  return [...new Set(found)];
}
