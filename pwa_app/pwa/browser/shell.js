/** The deferred script of every built page. */
import { hydrateWhenIdle } from "./hydration.js";
import { startInterface } from "./interface.js";
import { startUpdates } from "./updates.js";

startInterface();
hydrateWhenIdle();
// The build writes this script to assets/, one folder below the service worker.
startUpdates(new URL("../sw.js", import.meta.url));
