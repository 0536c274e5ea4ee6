import { checkTable } from '../../testing/check-table.ts';
import { foreignReply } from '../../testing/evidence.ts';
import { publicEncryption } from './public-encryption.ts';

const at = (more: { secure?: boolean; isLocal?: boolean }) =>
  ({
    kind: 'seen',
    seen: foreignReply(200),
    isGuichet: true,
    isReachedByBrowser: false,
    secure: false,
    isLocal: false,
    ...more,
  }) as const;

checkTable(publicEncryption, [
  ['none is set', { publicAddress: { kind: 'none' } }, 'skip noPublicUrl'],
  ['encrypted', { publicAddress: at({ secure: true }) }, 'ok'],
  ['in the clear, on this machine', { publicAddress: at({ isLocal: true }) }, 'ok'],
  [
    'in the clear, for everybody',
    { publicAddress: at({}) },
    'warn certain publicOpen | notShown → proxy | getCertificate, setPublicUrl',
  ],
]);
