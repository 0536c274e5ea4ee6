import type { IncomingHttpHeaders } from 'node:http';
import type { FormPart } from './multipart.ts';

/** One request, read completely. */
export interface Call {
  method: string;
  /** As sent, still percent-encoded: the allow-list is matched against this. */
  path: string;
  query: URLSearchParams;
  /** The named parts of the route's pattern, decoded. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** The parsed JSON body; undefined when there was none. */
  body: unknown;
  /** The parts of a multipart body; empty otherwise. */
  form: FormPart[];
  remoteAddress: string;
  /** Aborted as soon as the caller goes away, or the server stops. */
  gone: AbortSignal;
}
