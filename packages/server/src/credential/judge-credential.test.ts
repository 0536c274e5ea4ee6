import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { describe, expect, it } from 'vitest';
import { judgeCredential } from './judge-credential.ts';

const judge = (text: string) => judgeCredential(text, 'salt', new Date());
const key = `sk-${crypto.randomUUID().replaceAll('-', '')}`;

describe('judgeCredential', () => {
  it.each([key, `"${key}"`, `Bearer ${key}`, `OPENWEBUI_API_KEY=${key}\n`])(
    'takes the key out of what was pasted along',
    (text) => {
      expect(judge(text)).toMatchObject({ kind: 'usable', value: key, doubtful: false });
    },
  );

  it.each(['sk-...', 'changeme', 'eyJ_NOUVELLE_CLE_ICI', 'sk-…1234', ''])(
    'sends no example and no mask anywhere: %j',
    (text) => {
      expect(judge(text).kind).toBe('unusable');
    },
  );

  it('sends no provider’s key to Open WebUI', () => {
    const random = seededRandom(1);
    for (const kind of ['openai-project', 'anthropic-api', 'groq'] as const) {
      const judgement = judge(SAMPLE_KEYS[kind](random));
      expect(judgement).toMatchObject({ kind: 'unusable', recognition: { cause: 'key-is-provider-key' } });
    }
  });

  it('leaves what nobody knows to Open WebUI', () => {
    expect(judge('canary-7f3a9c51e2d84b60a1')).toMatchObject({ kind: 'usable', doubtful: true });
  });
});
