/** The server's address, from the loader's own: `/guichet.js` or `/w/<version>/guichet.js`, below any path prefix. */
export function serverFrom(source: string): string {
  return source.replace(/[?#].*$/, '').replace(/(\/w\/[^/]+)?\/[^/]*$/, '');
}
