/**
 * Every text written in a catalogue, taken from its source and not from its values: so a sentence is read whatever
 * number or name goes into it, and both halves of a condition are.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export type VoiceLanguage = 'en' | 'fr';

export interface Sentence {
  language: VoiceLanguage;
  text: string;
}

interface Node {
  type: string;
  [part: string]: unknown;
}

/** What stands for a value that is put in. */
const HOLE = '…';

/** Properties whose strings nobody reads as sentences: words that a question is compared with. */
const NOT_READ = new Set(['about', 'surely']);

/**
 * @param language of the whole file; without it only what is below a property `en` or `fr` is read, as in files that
 *   hold both.
 */
export function sentencesIn(file: string, language?: VoiceLanguage): Sentence[] {
  const source = readFileSync(file, 'utf8');
  if (file.endsWith('.md')) return language === undefined ? [] : proseOf(source, language);
  return textsIn(parseSync(path.basename(file), source).program, language);
}

function textsIn(value: unknown, language: VoiceLanguage | undefined): Sentence[] {
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, language));
  if (!isNode(value)) return [];
  const inside = (...parts: string[]) => parts.flatMap((part) => textsIn(value[part], language));
  switch (value.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return inside('declaration');
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return inside('expression');
    case 'Property': {
      const name = nameOf(value.key);
      if (name !== undefined && NOT_READ.has(name)) return [];
      return textsIn(value.value, name === 'en' || name === 'fr' ? name : language);
    }
    case 'MemberExpression':
      return inside('object');
    case 'BinaryExpression':
      // Compared, not shown; what is joined with + is shown.
      return value.operator === '+' ? inside('left', 'right') : [];
    case 'SwitchCase':
      return inside('consequent');
    case 'Literal':
      return typeof value.value === 'string' ? sentence(value.value, language) : [];
    case 'TemplateLiteral':
      return [...sentence(templateText(value), language), ...inside('expressions')];
    default:
      return value.type.startsWith('TS') ? [] : inside(...Object.keys(value));
  }
}

function sentence(text: string, language: VoiceLanguage | undefined): Sentence[] {
  return language !== undefined && /\p{L}{2}/u.test(text) ? [{ language, text }] : [];
}

function templateText(template: Node): string {
  return (template.quasis as Node[]).map(({ value }) => (value as { cooked: string }).cooked).join(HOLE);
}

function nameOf(key: unknown): string | undefined {
  if (!isNode(key)) return undefined;
  if (key.type === 'Identifier') return String(key.name);
  return typeof key.value === 'string' ? key.value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** A page's prose, a paragraph or list entry each: code, addresses and directives are not written in anybody's voice. */
function proseOf(markdown: string, language: VoiceLanguage): Sentence[] {
  return (
    markdown
      // Words that people search for are theirs.
      .replace(/^keywords:.*$/gm, '')
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/\{\{[^}]*\}\}/g, HOLE)
      .replace(/`[^`]*`/g, HOLE)
      .replace(/\[[\w./-]+\.ts\]\([^)]*\)/g, HOLE)
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/<!--[\s\S]*?-->/g, '')
      .split('\n')
      .filter((text) => /\p{L}{2}/u.test(text))
      .map((text) => ({ language, text: text.trim() }))
  );
}
