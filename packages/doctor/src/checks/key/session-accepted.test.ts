import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, access, credential, DAY_MS, NOW_MS, refused, sessionToken } from '../../testing/evidence.ts';
import { sessionAccepted } from './session-accepted.ts';

const now = { nowMs: NOW_MS, told: true };
const { session: _claims, ...credentialWithoutClaims } = sessionToken(10);

checkTable(sessionAccepted, [
  ['an API key', { access: access('echo'), credential: credential(API_KEY), theirClock: now }, 'skip noSession'],
  ['it is taken', { access: access('echo'), credential: sessionToken(10), theirClock: now }, 'ok'],
  [
    'refused, and nobody knows why',
    { access: refused('unknown'), credential: sessionToken(10), theirClock: now },
    'skip nothingToSee',
  ],
  [
    'refused for something else',
    { access: refused('account-gone'), credential: sessionToken(10), theirClock: now },
    'ok',
  ],
  [
    'it has ended, by Open WebUI’s clock too',
    {
      access: refused('session-token-expired', { status: 401 }),
      credential: sessionToken(10),
      theirClock: { nowMs: NOW_MS + 20 * DAY_MS, told: true },
    },
    'fail certain session-token-expired | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | status 401',
  ],
  [
    'ended, it says, and its clock says not yet: its signature does not fit',
    { access: refused('session-token-expired'), credential: sessionToken(10), theirClock: now },
    'fail probable session-token-rejected | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'its signature does not fit',
    { access: refused('session-token-rejected'), credential: sessionToken(10), theirClock: now },
    'fail probable session-token-rejected | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'its signature does not fit, it says, and its clock says that it has ended',
    {
      access: refused('session-token-rejected'),
      credential: sessionToken(10),
      theirClock: { nowMs: NOW_MS + 20 * DAY_MS, told: true },
    },
    'fail probable session-token-expired | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'taken back',
    { access: refused('session-token-revoked'), credential: sessionToken(10), theirClock: now },
    'fail certain session-token-revoked | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'taken back, of one without a second factor',
    {
      access: refused('session-token-revoked'),
      credential: sessionToken(10, { session: { stamped: true, secondFactor: false } }),
      theirClock: now,
    },
    'fail probable session-token-revoked | noAnswers → operator | secondFactorMayBe@second-factor, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'taken back, of one that says nothing of a second factor',
    { access: refused('session-token-revoked'), credential: credentialWithoutClaims, theirClock: now },
    'fail probable session-token-revoked | noAnswers → operator | secondFactorMayBe@second-factor, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'a token of somebody else’s',
    {
      access: refused('key-is-foreign-token', { confidence: 'probable' }),
      credential: sessionToken(10),
      theirClock: now,
    },
    'fail probable key-is-foreign-token | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'ended, of one without a second factor',
    {
      access: refused('session-token-expired'),
      credential: sessionToken(10, { session: { stamped: true, secondFactor: false } }),
      theirClock: { nowMs: NOW_MS + 20 * DAY_MS, told: true },
    },
    'fail certain session-token-expired | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'taken back, and over by now',
    {
      access: refused('session-token-revoked'),
      credential: sessionToken(10),
      theirClock: { nowMs: NOW_MS + 20 * DAY_MS, told: true },
    },
    'fail certain session-token-revoked | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'a list of allowed paths',
    { access: refused('api-key-endpoint-restricted'), credential: sessionToken(10), theirClock: now },
    'skip nothingToSee',
  ],
  [
    'refused because its account waits for approval, which it asks later',
    { access: refused('account-pending'), credential: sessionToken(10), theirClock: now },
    'ok',
  ],
]);
