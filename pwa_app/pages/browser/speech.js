/** Reading aloud with a voice that is on the phone: others would send the text away. */
import { createElement, useEffect, useState } from "react";

/**
 * A voice of the phone itself for the page's language; undefined for none.
 * @returns {SpeechSynthesisVoice | undefined}
 */
function ownVoice() {
  if (!("speechSynthesis" in window)) return undefined;
  const language = document.documentElement.lang.toLowerCase().split("-")[0];
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const speaks = voices.filter((voice) => voice.lang.toLowerCase().startsWith(language));
  return speaks.find((voice) => voice.default) ?? speaks[0];
}

/**
 * A button that reads aloud and stops again; there is none without such a voice.
 * @param {{ what: string, start: string, stop: string } & Record<string, unknown>} props `what`
 *   selects the elements that are read
 */
export function ReadAloud({ what, start, stop, ...rest }) {
  const [voice, setVoice] = useState(/** @type {SpeechSynthesisVoice | undefined} */ (undefined));
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    if (!("speechSynthesis" in window)) return undefined;
    const look = () => setVoice(ownVoice());
    look();
    speechSynthesis.addEventListener("voiceschanged", look);
    addEventListener("pagehide", silence);
    return () => {
      speechSynthesis.removeEventListener("voiceschanged", look);
      removeEventListener("pagehide", silence);
      silence();
    };
  }, []);
  const read = () => {
    silence();
    if (speaking || !voice) return setSpeaking(false);
    const words = new SpeechSynthesisUtterance(textOf(what));
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = words.onerror = () => setSpeaking(false);
    speechSynthesis.speak(words);
    return setSpeaking(true);
  };
  const label = speaking ? stop : start;
  return createElement("button", { ...rest, type: "button", hidden: !voice, onClick: read }, label);
}

/** @param {string} what */
function textOf(what) {
  const texts = Array.from(document.querySelectorAll(what), (one) => one.textContent ?? "");
  return texts.map((text) => (/[.?!]$/.test(text) ? text : `${text}.`)).join(" ");
}

function silence() {
  speechSynthesis.cancel();
}
