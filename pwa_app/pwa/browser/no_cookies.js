/** Stands in for universal-cookie: without a server a cookie can only be taken away. */
export default class Cookies {
  /**
   * @param {string} name
   * @param {{path?: string}} [options]
   */
  remove(name, { path = "/" } = {}) {
    document.cookie = `${encodeURIComponent(name)}=; path=${path}; max-age=0`;
  }
}
