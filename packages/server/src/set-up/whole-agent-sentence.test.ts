import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import { LOCALES } from '@guichet/contract/locale';
import { BUILTIN_TOOL_KINDS, type WholeAgentObstacle } from '@guichet/openwebui/agent-safety';
import { describe, expect, it } from 'vitest';
import { WHOLE_AGENT_TEXTS, wholeAgentSentence } from './whole-agent-sentence.ts';

const CAUSES = { en: causesEn, fr: causesFr };

const OTHERS: WholeAgentObstacle[] = [
  { what: 'not-checked', failure: { cause: 'timeout', confidence: 'certain', phase: 'connect' } },
  { what: 'version-unknown' },
  { what: 'version-too-old', version: '0.9.6', needed: '0.10.2' },
  { what: 'version-unread', version: '0.13.0' },
  { what: 'account-is-administrator' },
  { what: 'account-unknown' },
  { what: 'model-missing' },
];

describe.each(LOCALES)('in %s', (locale) => {
  const say = (obstacle: WholeAgentObstacle) => wholeAgentSentence(obstacle, WHOLE_AGENT_TEXTS[locale], CAUSES[locale]);

  it('every kind that can stand in the way has words of its own, and the name to look for', () => {
    const kinds = BUILTIN_TOOL_KINDS.filter(({ opens, name }) => opens !== 'nothing' || name === 'knowledge');
    for (const { name } of kinds) {
      const sentence = say({ what: 'tool-open', kind: name, opens: 'own-things', closedBy: ['model'] });
      expect(sentence).toContain(name);
      expect(sentence).not.toContain(WHOLE_AGENT_TEXTS[locale].unknownTool(name));
    }
  });

  it('one that nobody has heard of is named too, whatever it is called', () => {
    for (const kind of ['mailbox', 'constructor', '__proto__']) {
      expect(say({ what: 'tool-open', kind, opens: 'unknown', closedBy: ['model'] })).toContain(kind);
    }
  });

  it('every other obstacle has a sentence', () => {
    const sentences = OTHERS.map(say);
    expect(new Set(sentences).size).toBe(OTHERS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/\p{L}.*[.]$/u);
  });
});
