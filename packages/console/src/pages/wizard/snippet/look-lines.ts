/** A look at somebody's page, as lines to be read. Pure. */
import type { SiteLookView } from '@guichet/contract/set-up-api';
import type { Tone } from '../../../parts/tone.ts';
import type { WizardTexts } from '../../../text/wizard/texts.ts';

export interface LookLine {
  tone: Tone;
  text: string;
  means?: string;
  /** What is to be put into the page's header. */
  code?: string;
}

export function lookLines(view: SiteLookView, words: WizardTexts['snippet']): LookLine[] {
  const origin: LookLine = view.originAllowed
    ? { tone: 'ok', text: words.allowed }
    : { tone: 'fail', text: words.notAllowed };
  if (view.unreadable !== undefined) return [{ tone: 'fail', text: words.unreadable, means: view.unreadable }, origin];
  return [snippetLine(view, words), policyLine(view, words), origin];
}

function snippetLine({ snippet }: SiteLookView, words: WizardTexts['snippet']): LookLine {
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

function policyLine({ policy }: SiteLookView, words: WizardTexts['snippet']): LookLine {
  const text = words.policy[policy.kind];
  if (policy.kind !== 'blocks') return { tone: 'ok', text };
  const means = words.policyMeans({ directives: policy.directives.join(', ') });
  return { tone: 'fail', text, means, code: policy.line };
}
