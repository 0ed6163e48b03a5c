/** @typedef {"" | "no_time" | "made"} Said */
/** A calendar file from the choices of the form; nothing of it is kept by this app. */
import { useSyncExternalStore } from "react";
import { localDate } from "$/utils/device/dates";
import { randomUuid } from "$/utils/device/values";
import { calendar_text } from "$/utils/logic/calendar_file.js";
import { day_number } from "$/utils/logic/days.js";
import { saveFile, shareFile } from "./files";

/** @type {Said} */
let said = "";
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) said = "";
  };
}

/** What there is to say after a button was pressed. */
export function useReminders() {
  return useSyncExternalStore(subscribe, () => said, () => /** @type {Said} */ (""));
}

/** @param {Said} words */
function tell(words) {
  said = words;
  for (const listener of listeners) listener();
}

export function saveReminders() {
  const file = calendarFile();
  if (file) saveFile(file);
  tell(file ? "made" : "no_time");
}

export async function shareReminders() {
  const file = calendarFile();
  if (file) await shareFile(file);
  tell(file ? "made" : "no_time");
}

/** @returns {File | null} null where no time was picked */
function calendarFile() {
  const form = document.getElementById("reminders");
  const answers = new FormData(form instanceof HTMLFormElement ? form : undefined);
  const times = [...new Set(answers.getAll("time").map(String))].filter((time) => time !== "");
  if (times.length === 0) return null;
  const weekdays = answers.getAll("weekday").map(Number);
  const own = String(answers.get("own") ?? "").trim();
  const words = [...(own || String(answers.get("wording") ?? ""))];
  const now = new Date();
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const reminders = times.map((time) => ({ uid: randomUuid(), time, weekdays }));
  const text = calendar_text(reminders, words, day_number(localDate(now)), stamp);
  return new File([text], "reminder.ics", { type: "text/calendar" });
}
