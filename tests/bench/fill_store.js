async ({ database: name, table, rows }) => {
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === name)) return false;
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  if (!database.objectStoreNames.contains(table)) return false;
  await new Promise((resolve, reject) => {
    const transaction = database.transaction(table, "readwrite");
    for (const row of rows) transaction.objectStore(table).put(row);
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
  return true;
};
