/**
 * What a person could not see who has the phone draw everything in a few colours of their own: the
 * drawings and marks named by a selector, where they hardly differ from what is behind them.
 * For Playwright's `evaluate`, with the selectors of shapes.
 */
(selectors) => {
  const luminance = (text) => {
    const [r, g, b] = (text.match(/[\d.]+/g) ?? []).slice(0, 3).map((value) => {
      const share = Number(value) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const clear = (text) => text === "none" || text === "transparent" || /^rgba.*, 0\)$/.test(text);
  const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
  return selectors.flatMap((selector) => {
    const found = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    if (found.length === 0) return [`${selector}: not there`];
    const style = getComputedStyle(found[0]);
    const drawn = found[0].closest("svg")
      ? [style.stroke, style.fill]
      : [style.backgroundColor, style.borderTopColor];
    const best = Math.max(...drawn.filter((colour) => !clear(colour)).map((colour) => {
      const [dark, light] = [luminance(colour), ground].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    }), 0);
    return best < 3 ? [`${selector}: ${best.toFixed(2)}`] : [];
  });
}
