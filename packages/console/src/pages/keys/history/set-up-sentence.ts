/** What set-up, restriction and renewal write into the audit log, in plain words. */
import type { AuditEntryView } from '@guichet/contract/admin-api';
import type { Texts } from '../../../text/texts.ts';

type Words = Texts['setUp']['history'];

/** @returns undefined for what is none of theirs */
export function setUpSentence({ action, detail }: AuditEntryView, texts: Texts): string | undefined {
  const words = texts.setUp.history;
  switch (action) {
    case 'set-up-step':
      return words.did(stepAndState(detail, words));
    case 'set-up-undone':
      return words.undid(stepAndState(detail, words));
    case 'allow-list-applied':
      return words[action]({ line: wordOf(detail.line) });
    case 'allow-list-undone':
      if (detail.outcome === 'failed') return words.allowListNotUndone;
      return detail.outcome === 'kept' ? words.allowListKept : words.allowListUndone;
    case 'renewal-chosen':
      return words[detail.outcome === 'renewed' ? 'renewalChosen' : 'renewalRefused']({ email: wordOf(detail.email) });
    case 'agent-account-chosen':
      return words[detail.outcome === 'kept' ? 'agentAccountChosen' : 'agentAccountRefused']({
        email: wordOf(detail.email),
      });
    case 'agent-account-forgotten':
    case 'renewal-ended':
      return words[action];
    default:
      return undefined;
  }
}

/** What is said of it needs no name. */
const DEFAULT_SITE = 'default';

/** Of whom a name says more than its step's. */
const NAMED: ReadonlySet<string> = new Set([
  'make-account',
  'make-group',
  'share-model',
  'share-knowledge',
  'copy-model',
  'close-tools',
]);

function stepAndState(detail: AuditEntryView['detail'], words: Words): { what: string; state: string } {
  const names: Readonly<Record<string, string>> = words.what;
  const states: Readonly<Record<string, string>> = words.state;
  const step = wordOf(detail.step);
  const outcome = wordOf(detail.outcome);
  const what = names[step] ?? words.what.other;
  const name = NAMED.has(step) ? wordOf(detail.email) || wordOf(detail.name) || wordOf(detail.id) : '';
  const named = name === '' ? what : words.named({ what, name });
  const site = wordOf(detail.site);
  const isOther = site !== '' && site !== DEFAULT_SITE;
  return { what: isOther ? words.ofSite({ what: named, site }) : named, state: states[outcome] ?? outcome };
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
