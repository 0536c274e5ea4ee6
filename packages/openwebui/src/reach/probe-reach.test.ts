import { afterEach, describe, expect, it } from 'vitest';
import { createDesk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { startPractice } from '../practice/start-practice.ts';
import { probeReach, type Reach } from './probe-reach.ts';

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
  const account = practice.state.addAccount({ email: 'canary-service@example.com', name: 'canary-service' });
  const key = new Secret(practice.state.makeKey(account));
  const adminKey = new Secret(practice.state.makeKey(practice.state.administrator));
  return { practice, desk, account, key, adminKey };
}

function reached(reach: Reach): Record<string, string> {
  if (reach.kind !== 'reach') throw new Error(JSON.stringify(reach));
  return Object.fromEntries(reach.findings.map(({ id, reach: how, closedBy }) => [id, closedBy ?? how]));
}

const PLAIN = {
  'other-accounts': 'open',
  chats: 'open',
  'all-chats': 'rights',
  files: 'open',
  knowledge: 'open',
  'raw-provider-routes': 'open',
  'server-fetches': 'open',
  'key-rotation': 'open',
  'provider-keys': 'rights',
  'admin-config': 'rights',
};

describe.each(VERSIONS)('the blast radius of a key on %s', (version) => {
  it('is told for a plain account and for an administrator, and changes nothing', async () => {
    const { practice, desk, key, adminKey } = await started(version);
    const before = practice.state.snapshot();
    const plain = await probeReach(desk, key, { locale: 'fr' });
    expect(reached(plain)).toEqual(PLAIN);
    const all = Object.keys(PLAIN).map((id) => [id, 'open']);
    expect(reached(await probeReach(desk, adminKey))).toEqual(Object.fromEntries(all));
    expect(practice.state.snapshot()).toBe(before);
    expect(new Set(practice.state.received.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(JSON.stringify(plain)).not.toMatch(/canary|sk-|example\.com/);
  });

  it('is closed by the line it proposes, and Guichet goes on', async () => {
    const { practice, desk, key } = await started(version);
    const reach = await probeReach(desk, key);
    if (reach.kind !== 'reach') throw new Error(reach.kind);
    practice.state.restrictKeysTo(reach.remedy.line);
    const closed = await probeReach(desk, key);
    expect(new Set(Object.values(reached(closed)))).toEqual(new Set(['allow-list']));
    expect(closed).toMatchObject({ restricted: true });
    const { line } = reach.remedy;
    expect(line.startsWith('/api/models,/api/chat/completions,/api/v1/users/user/status')).toBe(true);
    expect(line.includes('/api/v1/auths/')).toBe(version !== '0.12.4');
  });

  it('says that a session token is not bound, and that a dead key was refused', async () => {
    const { practice, desk, account, key } = await started(version);
    practice.state.restrictKeysTo('/api/models');
    const token = new Secret(practice.state.makeSessionToken(account));
    const reach = await probeReach(desk, token);
    expect(reached(reach)).toEqual(PLAIN);
    expect(reach).toMatchObject({ credential: 'session-token', remedy: { binds: false } });
    practice.state.revokeKey(account);
    expect(await probeReach(desk, key)).toMatchObject({ kind: 'refused', failure: { cause: 'key-unknown' } });
  });
});

it('counts files as needed where visitors may attach some', async () => {
  const { desk, key } = await started('0.12.4');
  const reach = await probeReach(desk, key, { needs: { files: true } });
  if (reach.kind !== 'reach') throw new Error(reach.kind);
  expect(reach.findings.filter(({ needed }) => needed).map(({ id }) => id)).toEqual(['files']);
  expect(reach.remedy.line.split(',')).toContain('/api/v1/files');
});
