import type { FrontMatter } from '@guichet/openwebui/client';
import { expect, it } from 'vitest';
import { turnLine } from '../testing/verdict-line.ts';
import { frontTurn } from './front-turn.ts';

/** The compiler asks for the line of a new matter. */
const MATTERS: Readonly<Record<FrontMatter, string>> = {
  down: 'frontFindsNobody(front Traefik) → network | checkRunning {docker ps}, startTunnel, checkProxyTarget',
  slow: 'frontWaitsNoLonger(front Traefik) → network | waitLonger {proxy_read_timeout 300s;}, useQuickerModel',
  filter: 'frontFilters(front Traefik) → network | passBotFilter, useInnerAddress',
  limit: 'frontLimits(front Traefik) → network | raiseFrontLimit, useInnerAddress',
  certificate: 'frontDistrusts(front Traefik) → network | certificateForProxy',
  'nothing-here': 'frontKnowsNoPath(front Traefik) → network | passAnswerPath, checkProxyTarget',
  'too-large': 'frontTakesLess(front Traefik) → network | takeLargerRequests {client_max_body_size 8m;}',
  guard: 'somebodyInstead → network | letGuichetThrough, useInnerAddress',
  untold: 'somebodyInstead → network | passAnswerPath, useInnerAddress',
};

it.each(Object.entries(MATTERS) as [FrontMatter, string][])('%s', (matter, line) => {
  expect(turnLine(frontTurn({ matter, front: 'Traefik' }))).toBe(line);
});

it('has words without a name', () => {
  expect(frontTurn({ matter: 'down' }).said).toEqual({ key: 'frontFindsNobody', args: { front: '' } });
});
