import type { RecordedAnswer, Recording } from './recording.ts';

export interface Likeness {
  comparedCount: number;
  alikeCount: number;
  /** Case name → what differs. */
  differences: Map<string, string>;
}

/** Cases that depend on a provider of one's own or on the clock, or that only some versions know. */
const NOT_COMPARED =
  /provider saw|provider got|provider receives|pace of|client aborts|claims of|template variables|^sign-up|preset in the list/;

/** How alike two recordings are: per case the status, the content type, the error text and the shape of the body. */
export function likeness(real: Recording, practised: Recording): Likeness {
  const answers = new Map(practised.map((answer) => [answer.name, answer]));
  const compared = real.filter((answer) => answer.status !== undefined && !NOT_COMPARED.test(answer.name));
  const differences = new Map<string, string>();
  for (const wanted of compared) {
    const difference = differenceOf(wanted, answers.get(wanted.name));
    if (difference) differences.set(wanted.name, difference);
  }
  return { comparedCount: compared.length, alikeCount: compared.length - differences.size, differences };
}

function differenceOf(wanted: RecordedAnswer, got: RecordedAnswer | undefined): string | undefined {
  if (!got) return 'not asked';
  if (got.status !== wanted.status) return `${got.status} for ${wanted.status}`;
  if (mediaType(got) !== mediaType(wanted)) return `${mediaType(got)} for ${mediaType(wanted)}`;
  if (got.isBroken !== wanted.isBroken) return got.isBroken ? 'broken off' : 'not broken off';
  const [gotShape, wantedShape] = [shapeOf(got.body ?? ''), shapeOf(wanted.body ?? '')];
  return gotShape === wantedShape ? undefined : `'${gotShape}' for '${wantedShape}'`;
}

function mediaType(answer: RecordedAnswer): string {
  return (answer.contentType ?? '').split(';')[0] ?? '';
}

/** Bodies may be cut short in a recording, so an object is an object whatever is in it. */
function shapeOf(body: string): string {
  if (/^(data:|\n|:)/.test(body)) return streamShape(body);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return /^\[?\{"\w+"/.test(body) ? 'object' : body.slice(0, 40);
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object') return String(value);
  if ('detail' in value) return `detail ${typeof value.detail === 'string' ? value.detail : 'list'}`;
  if ('error' in value && value.error) return `error ${(value.error as { message?: string }).message}`;
  return 'object';
}

function streamShape(body: string): string {
  const traits: [name: string, sign: RegExp][] = [
    ['sources', /"sources"/],
    ['error', /"error"/],
    ['done', /\[DONE\]/],
    ['stop', /"finish_reason":\s*"stop"/],
    ['reasoning', /reasoning_content/],
    ['think', /<think>/],
  ];
  return ['stream', ...traits.filter(([, sign]) => sign.test(body)).map(([name]) => name)].join(' ');
}
