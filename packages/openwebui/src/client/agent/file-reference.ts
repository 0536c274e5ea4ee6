/** A file that an event names. Only Open WebUI's own, and bytes that stand in the event itself: no foreign address. */
import { isRecord } from '../error-body.ts';

export interface FileReference {
  /** Unique within the answer. */
  key: string;
  /** Open WebUI's id for it, under which it is fetched and deleted. */
  fileId?: string;
  /** The bytes themselves, in base64. */
  base64?: string;
  name?: string;
  description?: string;
}

const FILE_ADDRESS = /^(?:https?:\/\/[^/]+)?\/api\/v1\/files\/([\w-]{1,100})(?:\/content(?:\/html)?)?\/?(?:\?.*)?$/;
const DATA_ADDRESS = /^data:[\w.+/-]*;base64,/;
const FILE_ID = /^[\w-]{1,100}$/;
const MAX_NAME_CHARS = 200;

/** @returns undefined for what is no file of Open WebUI's */
export function readFileReference(entry: unknown): FileReference | undefined {
  if (!isRecord(entry)) return undefined;
  const inner = isRecord(entry.file) ? entry.file : {};
  const url = typeof entry.url === 'string' ? entry.url : '';
  const name = typeof entry.name === 'string' ? { name: entry.name.slice(0, MAX_NAME_CHARS).toWellFormed() } : {};
  const data = DATA_ADDRESS.exec(url);
  if (data) return { key: `data-${url.length}-${url.slice(-64)}`, base64: url.slice(data[0].length), ...name };
  // Up to 0.10 the address alone is given; sometimes the address is the bare id.
  const id = [FILE_ADDRESS.exec(url)?.[1], entry.id, inner.id, FILE_ID.test(url) ? url : undefined].find(isFileId);
  return id === undefined ? undefined : { key: id, fileId: id, ...name };
}

function isFileId(value: unknown): value is string {
  return typeof value === 'string' && FILE_ID.test(value);
}
