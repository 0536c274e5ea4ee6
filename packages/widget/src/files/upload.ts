/** A request with one file, as `fetch` answers it: only `XMLHttpRequest` tells how far the file has come. */

/** @param onProgress how much of it has left, from 0 to 1 */
export function uploading(file: File, onProgress: (part: number) => void): typeof fetch {
  return (address, { headers, signal } = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const lost = () => reject(new TypeError('Failed to fetch'));
      request.open('POST', String(address));
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
      request.onerror = request.onabort = request.ontimeout = lost;
      signal?.addEventListener('abort', () => request.abort());
      const form = new FormData();
      form.append('file', file);
      request.send(form);
    });
}
