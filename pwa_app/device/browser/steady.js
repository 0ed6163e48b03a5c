import { Component, createElement, createRef } from "react";

/** The line across the screen that eyes are on, as a share of its height. */
const EYES = 1 / 3;

/**
 * A list whose items may change places: what the person has the focus on, or is looking at, stays
 * where it is on the screen.
 * @typedef {{ children?: import("react").ReactNode }} Props
 * @typedef {{ item: Element, top: number } | null} Seen
 * @extends {Component<Props, {}, Seen>}
 */
export class Steady extends Component {
  /** @type {import("react").RefObject<HTMLDivElement | null>} */
  #list = createRef();

  /** @returns {Seen} */
  getSnapshotBeforeUpdate() {
    const items = [...(this.#list.current?.children ?? [])];
    const line = innerHeight * EYES;
    const item =
      items.find((one) => one.contains(document.activeElement)) ??
      items.find((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top <= line && line < bottom;
      });
    return item ? { item, top: item.getBoundingClientRect().top } : null;
  }

  /**
   * @param {Props} _before
   * @param {{}} _state
   * @param {Seen} seen
   */
  componentDidUpdate(_before, _state, seen) {
    if (!seen?.item.isConnected) return;
    const moved = seen.item.getBoundingClientRect().top - seen.top;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
  }

  render() {
    return createElement("div", { ref: this.#list, className: "steady" }, this.props.children);
  }
}
