import { AI_WRITTEN } from '@guichet/contract/digital-source-type';

/** The last line of an answer that is copied as plain text, which can hold no mark that nobody reads. */
export const PLAIN_MARK = '[AI-generated]';

/** Copies an answer with the mark of what an AI wrote: in HTML as an attribute, in plain text as a last line. */
export async function copyMarked(clipboard: Clipboard, text: string): Promise<void> {
  const plain = `${text}\n\n${PLAIN_MARK}`;
  try {
    const of = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
    await clipboard.write([new ClipboardItem({ ...of('text/plain', plain), ...of('text/html', markedHtml(text)) })]);
  } catch {
    // Some browsers write plain text alone.
    await clipboard.writeText(plain);
  }
}

export function markedHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>');
  return `<div data-digital-source-type="${AI_WRITTEN}">${escaped}</div>`;
}
