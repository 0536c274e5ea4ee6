import { afterEach, describe, expect, it } from 'vitest';
import { createDesk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { startPractice } from '../practice/start-practice.ts';
import { type AllowListProposal, applyAllowList, proposeAllowList, undoAllowList } from './allow-list.ts';
import { endpointAllowListLine, opens } from './allow-list-line.ts';

const VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function started(version: string) {
  const practice = await startPractice({ version });
  const desk = createDesk({ baseUrl: practice.url });
  open.push(
    () => desk.close(),
    () => practice.close(),
  );
  const admin = new Secret(practice.state.makeSessionToken(practice.state.administrator));
  const propose = async (): Promise<AllowListProposal> => {
    const proposal = await proposeAllowList(desk, admin, { feedback: true });
    if (proposal.kind !== 'proposal') throw new Error(proposal.kind);
    return proposal;
  };
  return { practice, desk, admin, propose };
}

describe.each(VERSIONS)('the allow-list of %s', (version) => {
  it('is proposed, applied and put back', async () => {
    const { practice, desk, admin, propose } = await started(version);
    const before = practice.state.snapshot();
    const proposal = await propose();
    expect(practice.state.snapshot()).toBe(before);
    const line = endpointAllowListLine(version, { feedback: true });
    expect(proposal).toMatchObject({ state: 'to-do', wanted: { enabled: true, line }, kept: [] });
    const applied = await applyAllowList(desk, admin, proposal);
    if (applied.kind !== 'done') throw new Error(applied.kind);
    expect((await propose()).state).toBe('already');
    expect(await undoAllowList(desk, admin, applied.record)).toEqual({ outcome: 'undone' });
    expect(practice.state.snapshot()).toBe(before);
    expect(await undoAllowList(desk, admin, applied.record)).toEqual({ outcome: 'already' });
  });

  it('keeps what stands there for others, and leaves what was changed since', async () => {
    const { practice, desk, admin, propose } = await started(version);
    practice.state.restrictKeysTo('/api/v1/notes, /api/models');
    const proposal = await propose();
    expect(proposal.kept).toEqual(['/api/v1/notes']);
    expect(proposal.wanted.line.startsWith('/api/v1/notes,/api/models,/api/chat/completions')).toBe(true);
    const applied = await applyAllowList(desk, admin, proposal);
    if (applied.kind !== 'done') throw new Error(applied.kind);
    practice.state.restrictKeysTo('/api/v1/notes');
    expect(await undoAllowList(desk, admin, applied.record)).toEqual({ outcome: 'kept', why: 'changed-since' });
  });
});

it('reads entries as Open WebUI does: the path itself and what is below', () => {
  expect(opens(['/api/v1/auths/'], '/api/v1/auths/')).toBe(true);
  expect(opens(['/api/v1/auths/'], '/api/v1/auths/api_key')).toBe(false);
  expect(opens(['/api/v1/files'], '/api/v1/files/1/content')).toBe(true);
  expect(opens(['/api/v1/evaluations/feedback'], '/api/v1/evaluations/feedbacks/all')).toBe(false);
});
