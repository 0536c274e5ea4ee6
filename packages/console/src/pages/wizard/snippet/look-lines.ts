/** A look at somebody's page, as lines to be read. Pure. */
import type { PageLookView } from '@guichet/contract/set-up-api';
import type { Tone } from '../../../parts/tone.ts';
import type { WizardTexts } from '../../../text/wizard/texts.ts';

export interface LookLine {
  tone: Tone;
  text: string;
  means?: string;
  /** What is to be put into the page's header. */
  code?: string;
}

export function lookLines(view: PageLookView, words: WizardTexts['snippet']): LookLine[] {
  // Of a page that was not seen nothing else is known.
  if (view.unreadable !== undefined) return [{ tone: 'fail', text: words.unreadable, means: view.unreadable }];
  const origin: LookLine = view.originAllowed
    ? { tone: 'ok', text: words.allowed }
    : { tone: 'fail', text: words.notAllowed };
  const further = furtherAdvice(view).map((text): LookLine => ({ tone: 'warn', text }));
  return [snippetLine(view, words), policyLine(view, words), origin, ...further];
}

/** What the server says beyond the three questions, such as that a page by https loads nothing that comes by http. */
function furtherAdvice({ url, advice, policy, originAllowed }: PageLookView): string[] {
  const origin = originAllowed ? undefined : new URL(url).origin;
  return advice.filter((text) => {
    const isAboutSnippet = text.includes('<script');
    const isAboutPolicy = policy.kind === 'blocks' && policy.line !== '' && text.endsWith(policy.line);
    return !isAboutSnippet && !isAboutPolicy && !(origin && text.includes(origin));
  });
}

function snippetLine({ snippet }: PageLookView, words: WizardTexts['snippet']): LookLine {
  switch (snippet) {
    case 'found':
      return { tone: 'ok', text: words.found };
    case 'missing':
      return { tone: 'fail', text: words.missing, means: words.missingMeans };
    case 'unknown':
      return { tone: 'warn', text: words.unknown, means: words.unknownMeans };
    case 'other-server':
      return { tone: 'fail', text: words['other-server'], means: words.otherServerMeans };
    default:
      return snippet satisfies never;
  }
}

function policyLine({ policy, advice }: PageLookView, words: WizardTexts['snippet']): LookLine {
  const text = words.policy[policy.kind];
  if (policy.kind !== 'blocks') return { tone: 'ok', text };
  const { line, directives } = policy;
  if (line === '') return { tone: 'fail', text };
  // The server tells apart whether sources, a one-time word or names of scripts are lacking; the line gets a field of its own.
  const said = advice
    .find((one) => one.endsWith(line))
    ?.slice(0, -line.length)
    .trim();
  return { tone: 'fail', text, means: said ?? words.policyMeans({ directives: directives.join(', ') }), code: line };
}
