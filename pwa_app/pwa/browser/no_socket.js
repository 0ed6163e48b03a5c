/** Stands in for socket.io-client: this app has no server to talk to. */
export default function io() {
  throw new Error("This app is static: it opens no connection.");
}
