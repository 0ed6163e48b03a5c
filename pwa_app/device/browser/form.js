/** @import { Records } from "./records" */
/** @import { RecordData } from "./types" */
import { createElement, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { FormSession } from "./form_session";

/**
 * A form whose fields are those of a table, made of plain controls with their fields' names.
 *
 * What is typed is kept as a draft within a quarter of a second, and put back after a reload, a
 * crash or an update; saving writes one record. `recordKey` (or the address's `queryKey`
 * parameter) names a kept record to change. New words in a list are remembered in `wordTable`. A
 * link whose state names the form may bring what a new record begins with. Every record gets the
 * `fixed` values, and needs an answer to one of the fields in `needs`.
 * The state is read with `useFormState(form)`.
 * @param {{
 *   records: Records, table: string, form: string, recordKey?: string, queryKey?: string,
 *   wordTable?: string, fixed?: RecordData, needs?: string[], children?: import("react").ReactNode,
 * } & Record<string, unknown>} props
 */
export function RecordForm({
  records,
  table,
  form,
  recordKey,
  queryKey,
  wordTable,
  fixed,
  needs,
  children,
  ...rest
}) {
  const element = useRef(/** @type {HTMLFormElement | null} */ (null));
  const session = useRef(/** @type {FormSession | null} */ (null));
  const { search, state } = useLocation();
  const rules = useRef({ fixed, needs });
  const asked = (queryKey && new URLSearchParams(search).get(queryKey)) || null;
  const given = state?.form === form ? state.values : undefined;

  useEffect(() => {
    if (!element.current) return undefined;
    const key = asked ?? recordKey;
    const opened = new FormSession(element.current, records, table, form, key, wordTable, {
      ...rules.current,
      given,
    });
    session.current = opened;
    void opened.open(asked !== null);
    return () => opened.close();
  }, [records, table, form, recordKey, wordTable, asked, given]);

  return createElement(
    "form",
    {
      ...rest,
      // Another record gets controls of its own, so that nothing of this one is left in them.
      key: asked ?? JSON.stringify(given),
      ref: element,
      // Until React listens, the browser must not send what was typed to an address.
      method: "dialog",
      noValidate: true,
      onSubmit: (/** @type {import("react").FormEvent} */ event) => {
        event.preventDefault();
        void session.current?.save();
      },
      onReset: (/** @type {import("react").FormEvent} */ event) => {
        event.preventDefault();
        session.current?.startFresh();
      },
      onInput: (/** @type {import("react").FormEvent} */ event) => session.current?.typed(event),
      onClick: (/** @type {import("react").MouseEvent} */ event) => session.current?.tapped(event),
      onKeyDown: (/** @type {import("react").KeyboardEvent} */ event) =>
        session.current?.keyDown(event),
      onKeyUp: (/** @type {import("react").KeyboardEvent} */ event) =>
        session.current?.pressed(event),
    },
    children,
  );
}
