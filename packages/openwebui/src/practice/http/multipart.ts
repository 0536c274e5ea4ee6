export interface FormPart {
  name: string;
  filename?: string;
  contentType: string;
  content: Buffer;
}

/** Reads a multipart/form-data body. Small and forgiving: what cannot be read is left out. */
export function readMultipart(body: Buffer, contentType: string): FormPart[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return [];
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let from = body.indexOf(delimiter);
  while (from !== -1) {
    const start = from + delimiter.length;
    const next = body.indexOf(delimiter, start);
    if (next === -1) break;
    // Every part is framed by a line break after the delimiter and one before the next.
    const part = readPart(body.subarray(start + 2, next - 2));
    if (part) parts.push(part);
    from = next;
  }
  return parts;
}

function readPart(raw: Buffer): FormPart | undefined {
  const headEnd = raw.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const head = raw.subarray(0, headEnd).toString('utf8');
  const name = /[; ]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  const filename = /filename="([^"]*)"/i.exec(head)?.[1];
  const contentType = /content-type: *([^\r\n]+)/i.exec(head)?.[1] ?? 'text/plain';
  return { name, contentType, content: raw.subarray(headEnd + 4), ...(filename !== undefined && { filename }) };
}
