/** The lines between two `---` at the head of a page: `name: value`, one a line, values as they stand. */
import { SECTIONS, type Section } from './guide-page.ts';

export interface FrontMatter {
  title: string;
  summary: string;
  section: Section;
  order: number;
  keywords: string[];
}

export interface ReadFrontMatter {
  matter: FrontMatter;
  /** The Markdown behind it. */
  body: string;
  /** What is wrong with it, one sentence each. */
  problems: string[];
}

const NAMES = ['title', 'summary', 'section', 'order', 'keywords'];

export function readFrontMatter(text: string): ReadFrontMatter {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const problems: string[] = [];
  if (head === undefined) problems.push('does not begin with front matter between two lines of ---');
  const values = new Map<string, string>();
  for (const line of (head ?? '').split('\n').filter(Boolean)) {
    const [, name = '', value = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    if (!NAMES.includes(name)) problems.push(`has an unknown line in its front matter: ${line}`);
    values.set(name, value.replace(/^"(.*)"$/, '$1').trim());
  }
  const section = SECTIONS.find((each) => each === values.get('section'));
  if (!section) problems.push(`names no section; there are ${SECTIONS.join(', ')}`);
  for (const name of ['title', 'summary']) if (!values.get(name)) problems.push(`has no ${name}`);
  const order = Number(values.get('order') ?? 100);
  if (Number.isNaN(order)) problems.push('has an order that is no number');
  return {
    matter: {
      title: values.get('title') ?? '',
      summary: values.get('summary') ?? '',
      section: section ?? 'reference',
      order: Number.isNaN(order) ? 100 : order,
      keywords: (values.get('keywords') ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    },
    body: body ?? text,
    problems,
  };
}
