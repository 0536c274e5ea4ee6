/** The lines between two `---` at the head of a page: `name: value`, one a line, values as they stand. */
import { CAUSES } from '@guichet/contract/cause';
import { ALL_CHECKS } from '@guichet/doctor/catalogue';
import { SECTIONS, type Section } from './guide-page.ts';

export interface FrontMatter {
  title: string;
  summary: string;
  section: Section;
  order: number;
  /** The causes are among them, and the check: both stand in logs and reports. */
  keywords: string[];
  /** The check whose finding this page explains. */
  check?: string;
  /** What that finding may name as its cause. */
  causes: string[];
}

export interface ReadFrontMatter {
  matter: FrontMatter;
  /** The Markdown behind it. */
  body: string;
  /** What is wrong with it, one sentence each. */
  problems: string[];
}

const NAMES = ['title', 'summary', 'section', 'order', 'keywords', 'check', 'causes'];

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
  const check = values.get('check');
  // Findings are read in the order of the ladder.
  const rung = ALL_CHECKS.findIndex(({ id }) => id === check);
  if (check !== undefined && rung < 0) problems.push(`names a check that does not exist: ${check}`);
  const order = Number(values.get('order') ?? (rung < 0 ? 100 : rung));
  if (Number.isNaN(order)) problems.push('has an order that is no number');
  const causes = listIn(values.get('causes'));
  for (const cause of causes) {
    if (!(CAUSES as readonly string[]).includes(cause)) problems.push(`names a cause that does not exist: ${cause}`);
  }
  return {
    matter: {
      title: values.get('title') ?? '',
      summary: values.get('summary') ?? '',
      section: section ?? 'reference',
      order: Number.isNaN(order) ? 100 : order,
      keywords: [...listIn(values.get('keywords')), ...(check === undefined ? [] : [check]), ...causes],
      ...(check !== undefined && { check }),
      causes,
    },
    body: body ?? text,
    problems,
  };
}

function listIn(text = ''): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
