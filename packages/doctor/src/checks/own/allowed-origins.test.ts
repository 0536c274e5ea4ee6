import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { allowedOrigins } from './allowed-origins.ts';

const OWN = 'https://guichet.example.com';
const refused = (origin: string, isKnown: boolean) => ({
  origin,
  isKnown,
  times: 3,
  since: '2026-11-30T09:15:27.000Z',
});

checkTable(allowedOrigins, [
  ['nobody but Guichet itself', { own: own({ publicUrl: OWN }) }, 'info originsOnlySelf'],
  ['nobody but Guichet itself, named', { own: own({ publicUrl: OWN, allowedOrigins: [OWN] }) }, 'info originsOnlySelf'],
  [
    'a page',
    { own: own({ publicUrl: OWN, allowedOrigins: [OWN, 'https://www.example.com'] }) },
    'ok | origins https://www.example.com [settings]',
  ],
  [
    'a page of the operator’s was refused',
    {
      own: own({
        publicUrl: OWN,
        allowedOrigins: ['https://www.example.com'],
        refusedOrigins: [refused('https://shop.example.com', true)],
      }),
    },
    'warn probable originRefused(origin https://shop.example.com, times 3, since 2026-11-30 09:15 UTC) | notShown → operator | allowOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com,https://shop.example.com} | refusedOrigin https://shop.example.com, 3 ×, 2026-11-30 09:15 UTC [settings], origins https://www.example.com [settings]',
  ],
  [
    'a stranger’s was refused',
    { own: own({ publicUrl: OWN, refusedOrigins: [refused('https://examp1e.com', false)] }) },
    'warn probable originRefused(origin https://examp1e.com, times 3, since 2026-11-30 09:15 UTC) | notShown → operator | allowUnknownOrigin | refusedOrigin https://examp1e.com, 3 ×, 2026-11-30 09:15 UTC [settings]',
  ],
  [
    'a stranger’s and one of the operator’s were refused',
    {
      own: own({
        publicUrl: OWN,
        refusedOrigins: [refused('https://examp1e.com', false), refused('https://shop.example.com', true)],
      }),
    },
    'warn probable originRefused(origin https://shop.example.com, times 3, since 2026-11-30 09:15 UTC) | notShown → operator | allowOrigin {GUICHET_ALLOWED_ORIGINS=https://shop.example.com} | refusedOrigin https://examp1e.com, 3 ×, 2026-11-30 09:15 UTC [settings], refusedOrigin https://shop.example.com, 3 ×, 2026-11-30 09:15 UTC [settings]',
  ],
  [
    'one was refused that is let in by now',
    {
      own: own({
        publicUrl: OWN,
        allowedOrigins: ['https://*.example.com'],
        refusedOrigins: [refused('https://shop.example.com', true)],
      }),
    },
    'ok | origins https://*.example.com [settings]',
  ],
  [
    'Guichet’s own address was refused before it was known',
    { own: own({ publicUrl: `${OWN}/`, refusedOrigins: [refused(OWN, true)] }) },
    'info originsOnlySelf',
  ],
  [
    'one was refused, and no public address is set',
    { own: own({ refusedOrigins: [refused('https://shop.example.com', true)] }) },
    'warn probable originRefused(origin https://shop.example.com, times 3, since 2026-11-30 09:15 UTC) | notShown → operator | allowOrigin {GUICHET_ALLOWED_ORIGINS=https://shop.example.com} | refusedOrigin https://shop.example.com, 3 ×, 2026-11-30 09:15 UTC [settings]',
  ],
]);
