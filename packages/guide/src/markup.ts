/** HTML from pieces of text; whatever is put in is escaped unless it is markup itself. */
import { html, raw } from 'hono/html';

export type Markup = ReturnType<typeof html>;

export { html, raw };

/** The finished text. Nothing here waits for anything, so markup is always there already. */
export function toText(markup: Markup): string {
  return String(markup);
}
