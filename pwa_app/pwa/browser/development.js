/** The early script and the shell for a development server: no service worker, no waiting. */
import "./early.js";
import { startInterface } from "./interface.js";

startInterface(new URL("./gestures.js", import.meta.url));
