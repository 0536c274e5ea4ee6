import type { PublicAddressEvidence, Seen } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { failed, foreignReply } from '../../testing/evidence.ts';
import { publicAddress } from './public-address.ts';

const at = (seen: Seen, more: Partial<Extract<PublicAddressEvidence, { kind: 'seen' }>> = {}) =>
  ({ kind: 'seen', seen, isGuichet: false, secure: true, isLocal: false, isReachedByBrowser: false, ...more }) as const;

checkTable(publicAddress, [
  ['none is set', { publicAddress: { kind: 'none' } }, 'info noPublicUrl'],
  [
    'it is no address',
    { publicAddress: { kind: 'malformed' } },
    'fail certain public-url-wrong publicMalformed | notShown → operator | setPublicUrl {GUICHET_PUBLIC_URL=https://guichet.example.com}',
  ],
  ['Guichet answers there', { publicAddress: at(foreignReply(200), { isGuichet: true }) }, 'ok'],
  [
    'somebody else answers there',
    { publicAddress: at(foreignReply(404)) },
    'fail probable public-url-wrong publicAnswersOther | notShown → proxy | pointProxy, setPublicUrl | status 404 [public-address]',
  ],
  [
    'its name is not found',
    { publicAddress: at(failed('dns-failed', { code: 'ENOTFOUND' })) },
    'warn probable public-url-wrong publicSilent | notShown → proxy | hairpin, pointProxy | code ENOTFOUND [public-address]',
  ],
  [
    'nobody answers there, from here',
    { publicAddress: at(failed('timeout')) },
    'warn unknown public-url-wrong publicSilent | notShown → proxy | hairpin, pointProxy | code ? [public-address]',
  ],
  [
    'nobody answers there, from here, and the operator’s browser is there',
    { publicAddress: at(failed('timeout', { code: 'ETIMEDOUT' }), { isReachedByBrowser: true }) },
    'info publicFromBrowserOnly | code ETIMEDOUT [public-address]',
  ],
  [
    'nobody answers there, nobody says why, and the operator’s browser is there',
    { publicAddress: at(failed('timeout'), { isReachedByBrowser: true }) },
    'info publicFromBrowserOnly | code ? [public-address]',
  ],
  [
    'somebody else answers there, and the operator’s browser is there',
    { publicAddress: at(foreignReply(403), { isReachedByBrowser: true }) },
    'info publicFromBrowserOnly | code HTTP 403 [public-address]',
  ],
]);
