import { sampleSessionClaims, sampleToken, seededRandom } from '@guichet/keys/samples';
import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential, DAY_MS, NOW_MS, sessionToken } from '../../testing/evidence.ts';
import { sessionLife } from './session-life.ts';

const now = { nowMs: NOW_MS, told: true };
const random = seededRandom(5);
const { exp: _exp, ...claims } = sampleSessionClaims(random, 'up-to-0.8', { issuedAt: 0, expiresAt: 0 }) as {
  exp: number;
};
const endless = credential(sampleToken(random, claims), { sendable: true });

checkTable(sessionLife, [
  ['an API key', { credential: credential(API_KEY), theirClock: now }, 'skip noSession'],
  ['three weeks left', { credential: sessionToken(21), theirClock: now }, 'ok | expires 2026-12-21 12:00 [settings]'],
  [
    'two days left',
    { credential: sessionToken(2), theirClock: now },
    'warn certain session-token-expiring | willStop → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | expires 2026-12-02 12:00 [settings]',
  ],
  [
    'ended an hour ago: a clock may be wrong',
    { credential: sessionToken(-1 / 24), theirClock: now },
    'fail probable session-token-expired | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | expires 2026-11-30 11:00 [settings]',
  ],
  [
    'ended two days ago: no clock is so wrong',
    { credential: sessionToken(-2), theirClock: now },
    'fail certain session-token-expired | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | expires 2026-11-28 12:00 [settings]',
  ],
  [
    'ended for us, and not for Open WebUI',
    { credential: sessionToken(-2), theirClock: { nowMs: NOW_MS - 30 * DAY_MS, told: true } },
    'ok | expires 2026-11-28 12:00 [settings]',
  ],
  ['one that never ends', { credential: endless, theirClock: now }, 'ok | expires – [settings]'],
]);
