/** An obstacle of the whole agent in words: what is open, and what closes it. */
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import type { OpenTool, WholeAgentObstacle } from '@guichet/openwebui/agent-safety';
import { wholeAgentEn } from './whole-agent-text-en.ts';
import { wholeAgentFr } from './whole-agent-text-fr.ts';
import type { NamedKind, WholeAgentTexts } from './whole-agent-texts.ts';

export const WHOLE_AGENT_TEXTS: Readonly<Record<Locale, WholeAgentTexts>> = { en: wholeAgentEn, fr: wholeAgentFr };

export function wholeAgentSentence(obstacle: WholeAgentObstacle, texts: WholeAgentTexts, causes: CauseTexts): string {
  switch (obstacle.what) {
    case 'tool-open':
      return openToolSentence(obstacle, texts);
    case 'not-checked':
      return texts.notChecked(causes[obstacle.failure.cause]);
    case 'version-unknown':
      return texts.versionUnknown;
    case 'version-too-old':
      return texts.versionTooOld(obstacle.version, obstacle.needed);
    case 'version-unread':
      return texts.versionUnread(obstacle.version);
    case 'account-is-administrator':
      return texts.accountIsAdministrator;
    case 'account-unknown':
      return texts.accountUnknown;
    case 'model-missing':
      return texts.modelMissing;
    default:
      return obstacle satisfies never;
  }
}

function openToolSentence({ kind, closedBy }: OpenTool, texts: WholeAgentTexts): string {
  const what = Object.hasOwn(texts.opens, kind) ? texts.opens[kind as NamedKind] : undefined;
  const open = what === undefined ? texts.unknownTool(kind) : texts.toolOpen(what, kind);
  return `${open} ${closedBy.includes('no-switch') ? texts.closeByNoSwitch : texts.closeInModel}`;
}
