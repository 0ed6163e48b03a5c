/** The least that opens a page without a network: it keeps a few files and answers from them. */
const FILES = ["./", "icon.svg", "manifest.webmanifest", "start.js"];

addEventListener("install", (event) => {
  event.waitUntil(caches.open("floor").then((cache) => cache.addAll(FILES)));
});

addEventListener("fetch", (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
