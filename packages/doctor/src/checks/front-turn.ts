/** Somebody in front of Open WebUI answered in its place: what that says, whose turn it is and what to do. */
import type { FrontMatter, FrontWord } from '@guichet/openwebui/client';
import type { TextRef } from '../text/texts.ts';
import type { Finding } from '../verdict.ts';

type Said = TextRef<'said'>;

/** @param front the product, where its words name it */
export const FRONT_SAID: Readonly<Record<FrontMatter, (front?: string) => Said>> = {
  down: (front = '') => ({ key: 'frontFindsNobody', args: { front } }),
  slow: (front = '') => ({ key: 'frontWaitsNoLonger', args: { front } }),
  filter: (front = '') => ({ key: 'frontFilters', args: { front } }),
  limit: (front = '') => ({ key: 'frontLimits', args: { front } }),
  certificate: (front = '') => ({ key: 'frontDistrusts', args: { front } }),
  'nothing-here': (front = '') => ({ key: 'frontKnowsNoPath', args: { front } }),
  'too-large': (front = '') => ({ key: 'frontTakesLess', args: { front } }),
  guard: () => ({ key: 'somebodyInstead' }),
  untold: () => ({ key: 'somebodyInstead' }),
};

const FIXES: Readonly<Record<FrontMatter, Finding['fix']>> = {
  down: [
    { how: { key: 'checkRunning' }, commands: ['docker ps'] },
    { how: { key: 'startTunnel' } },
    { how: { key: 'checkProxyTarget' } },
  ],
  slow: [{ how: { key: 'waitLonger' }, commands: ['proxy_read_timeout 300s;'] }, { how: { key: 'useQuickerModel' } }],
  filter: [{ how: { key: 'passBotFilter' } }, { how: { key: 'useInnerAddress' } }],
  limit: [{ how: { key: 'raiseFrontLimit' } }, { how: { key: 'useInnerAddress' } }],
  certificate: [{ how: { key: 'certificateForProxy' } }],
  'nothing-here': [{ how: { key: 'passAnswerPath' } }, { how: { key: 'checkProxyTarget' } }],
  'too-large': [{ how: { key: 'takeLargerRequests' }, commands: ['client_max_body_size 8m;'] }],
  guard: [{ how: { key: 'letGuichetThrough' } }, { how: { key: 'useInnerAddress' } }],
  untold: [{ how: { key: 'passAnswerPath' } }, { how: { key: 'useInnerAddress' } }],
};

export function frontTurn({ matter, front }: FrontWord): Pick<Finding, 'actor' | 'fix'> & { said: Said } {
  return { said: FRONT_SAID[matter](front), actor: { key: 'network' }, fix: FIXES[matter] };
}
