/** A regular expression as a tree, of the part of the language that this package allows itself. */
export type Expression =
  | { readonly type: 'sequence'; readonly items: readonly Expression[] }
  | { readonly type: 'choice'; readonly options: readonly Expression[] }
  | { readonly type: 'character'; readonly source: string; readonly set: ReadonlySet<string> }
  | { readonly type: 'repeat'; readonly item: Expression; readonly min: number; readonly max: number }
  | { readonly type: 'assertion'; readonly source: string };

/** Characters that stand for all others: ASCII, and one of each sort beyond it that an expression here can name. */
const REPRESENTATIVES = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'\u00a0\u00ad\u00e9\u0301\u115f\u200b\u2010\u2013\u2028\u202f\u2212\ufeff“”«»…漢',
];

/** Parses an expression, or throws when it uses something the proof does not know: better no proof than a wrong one. */
export function parseExpression({ source, flags }: RegExp): Expression {
  const matchFlags = flags.replace(/[gy]/g, '');
  let position = 0;
  const whole = choice();
  if (position < source.length) throw new Error(`Cannot read ${source} from ${position}.`);
  return whole;

  function choice(): Expression {
    const options = [sequence()];
    while (source[position] === '|') {
      position += 1;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { type: 'choice', options };
  }

  function sequence(): Expression {
    const items: Expression[] = [];
    while (position < source.length && source[position] !== '|' && source[position] !== ')') items.push(quantified());
    return { type: 'sequence', items };
  }

  function quantified(): Expression {
    const item = atom();
    const rest = source.slice(position);
    const bounds = /^\{(\d+)(?:,(\d*))?\}/.exec(rest);
    if (bounds) {
      position += bounds[0].length;
      const min = Number(bounds[1]);
      const max = bounds[2] === undefined ? min : bounds[2] === '' ? Number.POSITIVE_INFINITY : Number(bounds[2]);
      return { type: 'repeat', item, min, max };
    }
    const sign = rest[0];
    if (sign !== '?' && sign !== '*' && sign !== '+') return item;
    position += 1;
    return { type: 'repeat', item, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
  }

  function atom(): Expression {
    const character = source[position] ?? '';
    if (source.startsWith('(?:', position)) return group(3);
    if (source.startsWith('(?!', position)) return lookahead();
    if (character === '(') throw new Error(`Only (?:…) and (?!…) are known: ${source}`);
    if (character === '[') return characterOf(/^\[(?:[^\]\\]|\\.)*\]/s);
    if (character === '^' || character === '$') return assertion(character);
    if (source.startsWith('\\b', position)) return assertion('\\b');
    if (character === '\\') return characterOf(/^\\(?:u[0-9a-f]{4}|p\{\w+\}|.)/s);
    return characterOf(/^./su);
  }

  function group(opening: number): Expression {
    position += opening;
    const inside = choice();
    if (source[position] !== ')') throw new Error(`A group is not closed: ${source}`);
    position += 1;
    return inside;
  }

  function lookahead(): Expression {
    const start = position;
    group(3);
    return { type: 'assertion', source: source.slice(start, position) };
  }

  function assertion(text: string): Expression {
    position += text.length;
    return { type: 'assertion', source: text };
  }

  function characterOf(token: RegExp): Expression {
    const text = token.exec(source.slice(position))?.[0];
    if (text === undefined) throw new Error(`Cannot read ${source} from ${position}.`);
    position += text.length;
    const one = new RegExp(`^${text}$`, matchFlags);
    return { type: 'character', source: text, set: new Set(REPRESENTATIVES.filter((sign) => one.test(sign))) };
  }
}
