import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page runs in a browser: false in the prerendered page and in the first render. */
export function useHydrated() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
