import { useEffect } from "react";
import { ticketIn } from "$/utils/device/key_messages";
import { STORAGE_NAME } from "$/utils/pages/storage_name";

/**
 * Shows nothing. Where the page before in this tab has left the key of the lock, it is taken here
 * too, on pages that need no key, such as those of Help: so that the lock is still open after them.
 */
export function StayOpen() {
  useEffect(() => {
    if (ticketIn(STORAGE_NAME) !== null) void take();
  }, []);
  return null;
}

async function take() {
  try {
    const { records } = await import("$/utils/pages/store");
    await records.database.open();
  } catch {
    // Without it the passcode is asked for on the next page that needs one.
  }
}
