/**
 * Chromium writes every change to the end of a log (LevelDB's), and where it was killed goes on with
 * the same log at its next start. If the kill came in the middle of a write, half a record is then
 * followed by whole ones; at the start after that the log counts as broken, and Chromium deletes all
 * that this site has kept (https://github.com/google/leveldb/issues/1287). Deleting a database makes
 * it put what the log holds into a table and begin a new one.
 */

/**
 * Has Chromium begin a new log, by making and deleting a database that holds nothing.
 * @param {string} name of that database
 */
export function beginNewLog(name) {
  // Only Chromium has this; other engines keep their databases in another way.
  if (!("userAgentData" in navigator)) return;
  const request = indexedDB.open(name);
  request.onsuccess = () => {
    request.result.close();
    indexedDB.deleteDatabase(name);
  };
}
