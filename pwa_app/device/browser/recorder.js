/** @typedef {"idle" | "asking" | "recording"} Phase */
/** @typedef {"denied" | "no_microphone" | "broken"} RecorderTrouble */
/** @typedef {{ phase: Phase, trouble: RecorderTrouble | null, seconds: number }} RecorderState */
import { useSyncExternalStore } from "react";

/** The first one that the browser can write; all can be played by the browser that wrote them. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
/** Enough for a voice. */
const BITS_PER_SECOND = 64_000;

/** @type {RecorderState} */
const IDLE = Object.freeze({ phase: "idle", trouble: null, seconds: 0 });

/** Whether this browser can record at all (https://www.w3.org/TR/mediastream-recording/). */
export function canRecord() {
  return typeof MediaRecorder !== "undefined" && navigator.mediaDevices !== undefined;
}

/** One person speaking at a time: asks for the microphone at the tap, gives it back at the end. */
class Recorder {
  /** @type {RecorderState} */
  #state = IDLE;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {MediaRecorder | null} */
  #recorder = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #closed = false;

  state = () => this.#state;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      // One part of a page may go in the same moment in which another comes.
      setTimeout(() => this.#listeners.size === 0 && this.close());
    };
  };

  /**
   * @param {number} longest in seconds; then it stops by itself
   * @param {(recorded: Blob) => void} done
   */
  async start(longest, done) {
    if (this.#state.phase !== "idle") return;
    this.#closed = false;
    this.#tell({ phase: "asking", trouble: null, seconds: 0 });
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (this.#closed) release(stream);
      else this.#record(stream, longest, done);
    } catch (error) {
      this.#tell({ ...IDLE, trouble: troubleOf(error) });
    }
  }

  /** @param {MediaStream} stream @param {number} longest @param {(recorded: Blob) => void} done */
  #record(stream, longest, done) {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    /** @type {Blob[]} */
    const parts = [];
    const started = performance.now();
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      clearInterval(this.#timer);
      release(stream);
      this.#recorder = null;
      this.#tell(IDLE);
      const recorded = new Blob(parts, { type: recorder.mimeType.split(";")[0] });
      if (!this.#closed && recorded.size > 0) done(recorded);
    };
    recorder.start();
    this.#recorder = recorder;
    this.#tell({ phase: "recording", trouble: null, seconds: 0 });
    this.#timer = setInterval(() => {
      const seconds = Math.floor((performance.now() - started) / 1000);
      this.#tell({ phase: "recording", trouble: null, seconds });
      if (seconds >= longest) this.stop();
    }, 1000);
  }

  stop() {
    if (this.#recorder?.state === "recording") this.#recorder.stop();
  }

  /** The page is left: what was being said is dropped, and nobody listens any more. */
  close() {
    this.#closed = true;
    this.stop();
  }

  /** @param {RecorderState} state */
  #tell(state) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** @param {MediaStream} stream */
function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Why nothing is recorded (https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia).
 * @param {unknown} error
 * @returns {RecorderTrouble}
 */
function troubleOf(error) {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "NotReadableError" ? "no_microphone" : "broken";
}

const recorder = new Recorder();

/** The page's recorder, with what it is doing. */
export function useRecorder() {
  const state = useSyncExternalStore(recorder.subscribe, recorder.state, () => IDLE);
  const time = `${Math.floor(state.seconds / 60)}:${String(state.seconds % 60).padStart(2, "0")}`;
  return {
    ...state,
    time,
    start: (/** @type {number} */ longest, /** @type {(recorded: Blob) => void} */ done) =>
      recorder.start(longest, done),
    stop: () => recorder.stop(),
  };
}
