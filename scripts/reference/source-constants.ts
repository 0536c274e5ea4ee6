/** Reads named numbers and their comments out of TypeScript source, so that the reference cannot say anything else. */

export interface NamedNumber {
  name: string;
  value: number;
  /** The comment above it, as one paragraph; empty for the others of a group under one comment. */
  comment: string;
}

/** A comment, then a constant: `export const NAME: type = 64 * OTHER;` */
const CONSTANT =
  /(?:\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\n)?(?:export )?const (?<name>[A-Z][A-Z0-9_]*)(?:: \w+)? = (?<sum>[\w\s*+-]+);\n/g;

/** A comment, then a member of an interface: `silenceMs: number;` */
const MEMBER = /\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\n\s*(?<name>\w+): number;/g;

/** `export const DEFAULT_X: Readonly<X> = {…};` */
const DEFAULTS = /const DEFAULT_\w+: Readonly<(?<type>\w+)> = \{(?<body>[^}]*)\};/g;

/** The upper-case constants of a file in their order; whatever is no sum of numbers is passed over. */
export function constantsOf(source: string, known: ReadonlyMap<string, number>): NamedNumber[] {
  const values = new Map(known);
  const found: NamedNumber[] = [];
  for (const match of source.matchAll(CONSTANT)) {
    const { name = '', sum = '', comment = '' } = match.groups ?? {};
    const value = calculate(sum, values);
    if (value === undefined) continue;
    values.set(name, value);
    found.push({ name, value, comment: paragraph(comment) });
  }
  return found;
}

/** The numbers of a `DEFAULT_…` object, with the comments of the interface it fills. */
export function defaultsOf(source: string, known: ReadonlyMap<string, number>): NamedNumber[] {
  return [...source.matchAll(DEFAULTS)].flatMap((match) => {
    const { type = '', body = '' } = match.groups ?? {};
    const declared = new RegExp(`interface ${type} \\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? '';
    const comments = new Map(
      [...declared.matchAll(MEMBER)].map((member) => [
        member.groups?.name ?? '',
        paragraph(member.groups?.comment ?? ''),
      ]),
    );
    return [...body.matchAll(/(\w+): ([^,]+),/g)].map(([, name = '', sum = '']) => {
      const value = calculate(sum, known);
      if (value === undefined) throw new Error(`${name}: ${sum} is no sum of numbers.`);
      return { name, value, comment: comments.get(name) ?? '' };
    });
  });
}

/** Sums and products of whole numbers and known names. */
function calculate(sum: string, known: ReadonlyMap<string, number>): number | undefined {
  const factor = (text: string) =>
    known.get(text) ?? (/^\d[\d_]*$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN);
  const product = (text: string) => text.split('*').reduce((result, part) => result * factor(part.trim()), 1);
  const terms = sum.trim().split(/\s([+-])\s/);
  let result = product(terms[0] ?? '');
  for (let place = 1; place < terms.length; place += 2) {
    result += (terms[place] === '-' ? -1 : 1) * product(terms[place + 1] ?? '');
  }
  return Number.isNaN(result) ? undefined : result;
}

/** A block comment's text without its stars and line breaks. */
export function paragraph(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .filter(Boolean)
    .join(' ');
}
