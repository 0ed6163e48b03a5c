/** The deferred script of every built page. */
import { hydrateWhenIdle } from "./hydration.js";
import { startInterface } from "./interface.js";
import { bringNextPage } from "./next_page.js";
import { startUpdates } from "./updates.js";

// The build puts the name in that it writes the file under.
startInterface(new URL("./gestures.js", import.meta.url));
hydrateWhenIdle();
bringNextPage();
// The build writes this script to assets/, one folder below the service worker.
startUpdates(new URL("../sw.js", import.meta.url));
