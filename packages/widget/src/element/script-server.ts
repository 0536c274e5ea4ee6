import { serverFrom } from '../loader/server-from.ts';

/** Where the widget's own code came from: the server to talk to when an element names none. */
export function scriptServer(): string {
  return serverFrom(import.meta.url);
}
