import { createElement } from "react";
import { useHeld } from "./held_value";

/**
 * Words that follow a held value, and that a screen reader says when they change.
 * @param {{
 *   held: string, say: (value: Record<string, unknown> | null) => string,
 * } & Record<string, unknown>} props
 */
export function HeldWords({ held, say, ...rest }) {
  const { value } = useHeld(held);
  return createElement("p", { ...rest, role: "status" }, say(value));
}
