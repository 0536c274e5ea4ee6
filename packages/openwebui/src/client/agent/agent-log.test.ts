import { expect, it } from 'vitest';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { type AgentLogEntry, agentLogWithoutSecrets } from './agent-log.ts';

const KEY = 'sk-0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const FAILURE: UpstreamFailure = { code: 'internal', cause: 'unknown', confidence: 'unknown', phase: 'stream' };

it('shows no secret in a detail or in a failure, a renewed token included', () => {
  const entries: AgentLogEntry[] = [];
  let token = '';
  const { log, clean } = agentLogWithoutSecrets(
    (entry) => entries.push(entry),
    () => [KEY, token],
  );
  log({ what: 'socket-lost', detail: `closed for ${KEY}` });
  token = 'session-token-number-two';
  log({ what: 'stop-failed', detail: 'refused', failure: { ...FAILURE, raw: `${token} was ${KEY}` } });
  expect(entries).toEqual([
    { event: 'agent', what: 'socket-lost', detail: 'closed for [credential]' },
    {
      event: 'agent',
      what: 'stop-failed',
      detail: 'refused',
      failure: { ...FAILURE, raw: '[credential] was [credential]' },
    },
  ]);
  expect(clean({ ...FAILURE, raw: token }).raw).toBe('[credential]');
});

it('adds nothing that was not said', () => {
  const entries: AgentLogEntry[] = [];
  const { log } = agentLogWithoutSecrets(
    (entry) => entries.push(entry),
    () => ['', ''],
  );
  log({ what: 'socket-back' });
  log({ what: 'file-dropped', detail: '' });
  expect(entries).toEqual([
    { event: 'agent', what: 'socket-back' },
    { event: 'agent', what: 'file-dropped', detail: '' },
  ]);
});
