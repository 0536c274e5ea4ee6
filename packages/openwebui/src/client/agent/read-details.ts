/**
 * The text of an answer as Open WebUI up to 0.9 sends it over the socket: reasoning and tool calls stand inside of it,
 * between `<details>` tags.
 */
import type { AnswerItem } from './answer-items.ts';

const BLOCK = /<details type="(reasoning|tool_calls|code_interpreter)"([^>]*)>([\s\S]*?)<\/details>\n?/g;
const UNFINISHED = /<details type="(?:reasoning|tool_calls|code_interpreter)"(?![\s\S]*<\/details>)[\s\S]*$/;

export function readDetails(content: string): AnswerItem[] {
  const items: AnswerItem[] = [];
  const whole = content.replace(UNFINISHED, '');
  let from = 0;
  for (const match of whole.matchAll(BLOCK)) {
    addText(whole.slice(from, match.index));
    from = match.index + match[0].length;
    addBlock(match[1] ?? '', attributesIn(match[2] ?? ''), match[3] ?? '');
  }
  addText(whole.slice(from));
  return items;

  function addText(text: string): void {
    if (text.trim() !== '') items.push({ type: 'message', id: `text-${items.length}`, text });
  }

  function addBlock(type: string, attributes: Map<string, string>, inside: string): void {
    const id = attributes.get('id') ?? `block-${items.length}`;
    if (type === 'reasoning') {
      const quoted = inside.replace(/<summary>[\s\S]*?<\/summary>/, '').replace(/^&gt; ?|^> ?/gm, '');
      items.push({ type: 'reasoning', id, text: unescaped(quoted) });
    }
    if (type !== 'tool_calls') return;
    const done = attributes.get('done') === 'true';
    const name = attributes.get('name') ?? '';
    const given = attributes.get('arguments') ?? '';
    items.push({ type: 'call', id, callId: id, name, arguments: unquoted(given), open: !done });
    if (done) {
      const text = unquoted(attributes.get('result') ?? '');
      items.push({ type: 'result', id: `${id}-result`, callId: id, failed: /^Error: /.test(text), text, files: [] });
    }
  }
}

function attributesIn(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([a-z_]+)="([^"]*)"/g)];
  return new Map(pairs.map((pair) => [pair[1] ?? '', unescaped(pair[2] ?? '')]));
}

/** Arguments and results were put in quotes as JSON before they were escaped. */
function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&#39;': "'", '&lt;': '<', '&gt;': '>' };

function unescaped(text: string): string {
  return text.replace(/&(?:quot|#x27|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll('&amp;', '&');
}
