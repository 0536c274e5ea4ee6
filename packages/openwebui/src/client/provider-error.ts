/**
 * What an error means that the provider behind Open WebUI gave. Up to 0.8.12 and from 0.12 on it comes with its own
 * status; in between (0.9.3 to 0.11.4) only its sentence is left, so the sentence has to do.
 */
import { matterOfWords, type ProviderMatter } from './provider-matter.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

export interface ProviderError {
  /** The provider's HTTP status, where it survived. */
  status?: number | undefined;
  message: string;
  /** The provider's `error.type` and `error.code`, joined. */
  kind?: string | undefined;
}

export type ErrorMeaning = Pick<UpstreamFailure, 'code' | 'cause' | 'confidence' | 'matter'>;

export function meaningOfProviderError(error: ProviderError): ErrorMeaning {
  const status = error.status ?? statusIn(error.kind);
  // Names of kinds are wide ("invalid_request_error"), so they count only where the sentence says nothing.
  const words = matterOfWords(error.message) ?? matterOfWords(error.kind ?? '');
  const matter = matterByStatus(status, words);
  return {
    ...MEANINGS[matter ?? 'untold'],
    // A status that says it leaves no other reading; words are read, and may be read wrongly.
    confidence: STATUSES_THAT_SAY.has(error.status ?? 0) ? 'certain' : 'probable',
    ...(matter !== undefined && { matter }),
  };
}

/** Refused for whom we are or how much we ask, whatever the words beside it. */
const STATUSES_THAT_SAY = new Set([401, 402, 403, 429]);

/**
 * The status and the words together. Some statuses leave few matters open: words that would say another one are there
 * by chance (a link to "billing" beside a rate limit, a parameter's name in a complaint about a key).
 */
function matterByStatus(status: number | undefined, words: ProviderMatter | undefined): ProviderMatter | undefined {
  switch (status) {
    case 401:
      return among(words, ['credit', 'permission', 'region', 'policy']) ?? 'key';
    case 402:
      return 'credit';
    case 403:
      return among(words, ['key', 'credit', 'region', 'policy', 'content', 'permission']) ?? 'permission';
    case 404:
      return among(words, ['settings', 'policy', 'region', 'permission', 'loading', 'overloaded']) ?? 'model';
    case 408:
    case 504:
      return among(words, ['memory', 'loading', 'overloaded']) ?? 'slow';
    case 413:
      return among(words, ['settings', 'credit']) ?? 'context';
    case 429:
      // Larger than what is let through in a minute: it never will be, however long one waits.
      return among(words, ['credit', 'overloaded', 'context', 'loading']) ?? 'rate';
    case 529:
      return 'overloaded';
    default:
      return status !== undefined && status >= 500 ? (words ?? 'ill') : words;
  }
}

function among(words: ProviderMatter | undefined, open: readonly ProviderMatter[]): ProviderMatter | undefined {
  return words !== undefined && open.includes(words) ? words : undefined;
}

/** Some providers put their status into `error.code`, which is all that is left of it inside a stream. */
function statusIn(kind: string | undefined): number | undefined {
  const match = /(?:^|\s)([45]\d\d)(?:\s|$)/.exec(kind ?? '');
  return match && match[1] !== '400' ? Number(match[1]) : undefined;
}

/** The provider does not serve this Open WebUI as it stands there: somebody has to change something, asking again is no use. */
const REFUSED_US = { code: 'assistant-misconfigured', cause: 'provider-refused' } as const;
/** The provider does not want this question. Nothing else may blame the visitor's words. */
const REFUSED_QUESTION = { code: 'assistant-refused', cause: 'provider-refused' } as const;
const BUSY = { code: 'assistant-busy', cause: 'provider-rate-limited' } as const;
const AWAY = { code: 'assistant-unavailable', cause: 'provider-unreachable' } as const;

const MEANINGS: Readonly<Record<ProviderMatter | 'untold', Pick<ErrorMeaning, 'code' | 'cause'>>> = {
  key: REFUSED_US,
  permission: REFUSED_US,
  credit: REFUSED_US,
  settings: REFUSED_US,
  region: REFUSED_US,
  policy: REFUSED_US,
  model: REFUSED_US,
  content: REFUSED_QUESTION,
  context: REFUSED_QUESTION,
  rate: BUSY,
  overloaded: BUSY,
  memory: AWAY,
  loading: AWAY,
  away: AWAY,
  ill: AWAY,
  slow: { ...AWAY, code: 'assistant-timeout' },
  untold: REFUSED_US,
};
