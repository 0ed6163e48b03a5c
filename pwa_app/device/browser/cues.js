import { useEffect } from "react";

const LOUDNESS = 0.06;
const RISE_S = 0.08;
const FALL_S = 0.7;

/** @type {AudioContext | null} */
let audio = null;

/**
 * Tells of each new step by a soft short tone and a short buzz, each only if it is wanted.
 * @param {{ step: number, pitch: number, pulse: number, sound: boolean, vibration: boolean }} props
 *   `step` is less than 0 for none, `pitch` in hertz, `pulse` in milliseconds
 */
export function Cues({ step, pitch, pulse, sound, vibration }) {
  useEffect(() => {
    if (step < 0) return;
    if (sound) void play(pitch);
    // Some platforms have no such thing, whatever the types say.
    if (vibration) navigator.vibrate?.(pulse);
    // Only a new step is told, not a switch that is turned on in the middle of one.
  }, [step]);

  useEffect(() => {
    // A browser lets a page make sounds only after a tap, and this follows one.
    if (sound) void ready();
    else void audio?.suspend();
  }, [sound]);

  useEffect(
    () => () => {
      void audio?.close();
      audio = null;
    },
    [],
  );
  return null;
}

async function ready() {
  if (typeof AudioContext === "undefined") return null;
  audio ??= new AudioContext();
  if (audio.state === "suspended") await audio.resume();
  return audio;
}

/** @param {number} pitch hertz */
async function play(pitch) {
  const context = await ready();
  if (!context) return;
  const begins = context.currentTime;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begins + RISE_S);
  volume.gain.exponentialRampToValueAtTime(0.0001, begins + RISE_S + FALL_S);
  volume.connect(context.destination);
  const tone = context.createOscillator();
  tone.frequency.value = pitch;
  tone.connect(volume);
  tone.start(begins);
  tone.stop(begins + RISE_S + FALL_S);
}
