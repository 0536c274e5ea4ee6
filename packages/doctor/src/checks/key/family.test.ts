import { SAMPLE_KEYS, sampleToken, seededRandom } from '@guichet/keys/samples';
import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential } from '../../testing/evidence.ts';
import { keyFamily } from './family.ts';

checkTable(keyFamily, [
  ['Open WebUI’s own', { credential: credential(API_KEY) }, 'ok'],
  [
    'a provider’s key',
    { credential: credential(SAMPLE_KEYS['anthropic-api'](seededRandom(3))) },
    'fail certain key-is-provider-key | noAnswers → operator | providerKeyBelongs@provider-keys, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | kind anthropic-api [settings], fingerprint 0938:0179:c322 [settings]',
  ],
  [
    'a provider’s key that others look like',
    { credential: credential(SAMPLE_KEYS['openai-legacy'](seededRandom(3))) },
    'fail certain key-is-provider-key | noAnswers → operator | providerKeyBelongs@provider-keys, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | kind openai-legacy [settings], fingerprint 941f:eb52:37cb [settings]',
  ],
  [
    'a token that no Open WebUI makes',
    { credential: credential(sampleToken(seededRandom(3), { iss: 'https://idp.example.com', sub: 'someone' })) },
    'fail certain key-is-foreign-token | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | kind jwt [settings], fingerprint a780:941f:80cb [settings]',
  ],
  [
    'a key whose shape is not only a provider’s',
    { credential: credential(SAMPLE_KEYS.deepseek(seededRandom(3))) },
    'fail probable key-is-provider-key | noAnswers → operator | providerKeyBelongs@provider-keys, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | kind deepseek [settings], fingerprint d3e8:c8f4:7ebf [settings]',
  ],
  [
    'one too short for a fingerprint',
    { credential: credential(SAMPLE_KEYS['open-webui-pipelines'](seededRandom(3))) },
    'fail certain key-is-provider-key | noAnswers → operator | providerKeyBelongs@provider-keys, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | kind open-webui-pipelines [settings], fingerprint – [settings]',
  ],
]);
