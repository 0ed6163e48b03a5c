/**
 * Stands in for Reflex's colour mode provider.
 *
 * Appearance is chosen through attributes of the html element (see appearance.js), which React
 * does not have to know; components that read Reflex's colour mode see "light".
 */
import { createElement, useEffect } from "react";
import { ColorModeContext } from "$/utils/context-registry";
import { HYDRATED_EVENT } from "./names.js";

const nothing = () => undefined;

const COLOR_MODE = {
  rawColorMode: "light",
  resolvedColorMode: "light",
  toggleColorMode: nothing,
  setColorMode: nothing,
};

/** @param {{children?: import("react").ReactNode}} props */
export function ThemeProvider({ children }) {
  // This stands around the whole page, so what is inside is there by now.
  useEffect(() => {
    dispatchEvent(new Event(HYDRATED_EVENT));
  }, []);
  return createElement(ColorModeContext.Provider, { value: COLOR_MODE }, children);
}

export function useTheme() {
  return { theme: "light", resolvedTheme: "light", setTheme: nothing };
}
