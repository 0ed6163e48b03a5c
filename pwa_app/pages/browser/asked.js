import { useLocation } from "react-router";

/**
 * What a parameter of the address says; an empty text where there is none.
 * @param {string} parameter
 */
export function useAsked(parameter) {
  const { search } = useLocation();
  return new URLSearchParams(search).get(parameter) ?? "";
}
