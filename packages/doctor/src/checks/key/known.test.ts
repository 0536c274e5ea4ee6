import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, access, credential, refused } from '../../testing/evidence.ts';
import { keyKnown } from './known.ts';

checkTable(keyKnown, [
  ['its key is taken', { access: access('echo'), credential: credential(API_KEY) }, 'ok'],
  [
    'refused for another reason',
    { access: refused('account-gone'), credential: credential(API_KEY) },
    'skip nothingToSee',
  ],
  [
    'Open WebUI does not know it',
    { access: refused('key-unknown', { status: 401 }), credential: credential(API_KEY) },
    'fail certain key-unknown | noAnswers → operator | compareKey@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | status 401, fingerprint df97:106c:071e [settings]',
  ],
  [
    'it is no key, says Open WebUI',
    { access: refused('key-malformed'), credential: credential('a-word-of-no-known-shape') },
    'fail probable key-malformed | noAnswers → operator | compareKey@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | fingerprint 0870:05fa:02d7 [settings]',
  ],
  [
    'one too short for a fingerprint',
    { access: refused('key-unknown', { confidence: 'probable' }), credential: credential('abc') },
    'fail probable key-unknown | noAnswers → operator | compareKey@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | fingerprint – [settings]',
  ],
  ['nobody knows why it failed', { access: refused('timeout'), credential: credential(API_KEY) }, 'skip nothingToSee'],
  [
    'a list of allowed paths, which is read before the key is looked up',
    { access: refused('api-key-endpoint-restricted'), credential: credential(API_KEY) },
    'skip nothingToSee',
  ],
  [
    'refused because its account waits for approval, which it asks later',
    { access: refused('account-pending'), credential: credential(API_KEY) },
    'ok',
  ],
]);
