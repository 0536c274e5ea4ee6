/** An operator's diagnosis over HTTP, as the page asks for it. */
import { rmSync } from 'node:fs';
import type { DiagnosisLineView, LastDiagnosisView } from '@guichet/contract/diagnosis-api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writtenForms } from '../../../keys/src/written-forms.ts';
import { takeTableAway } from '../testing/damage-database.ts';
import { Operator } from '../testing/operator.ts';
import { readLines } from '../testing/read-lines.ts';
import { startTestGuichet, type TestGuichet, type TestGuichetOptions } from '../testing/start-test-guichet.ts';
import { ORIGIN } from '../testing/visitor-client.ts';

let own: TestGuichet;
let operator: Operator;
afterEach(() => own.close());

async function start(options: TestGuichetOptions = {}): Promise<void> {
  own = await startTestGuichet(options);
  operator = await Operator.signIn(own.guichet.url, own.dataDir);
}

async function diagnose(wish: unknown = {}, headers: Record<string, string> = {}): Promise<DiagnosisLineView[]> {
  return readLines(await operator.request('POST', '/diagnosis', wish, headers));
}

type End = Extract<DiagnosisLineView, { kind: 'end' }>;

function endOf(lines: readonly DiagnosisLineView[]): End {
  const last = lines.at(-1);
  if (last?.kind !== 'end') throw new Error(`The last line is ${last?.kind}.`);
  return last;
}

const byId = ({ report }: End) => Object.fromEntries(report.checks.map((check) => [check.id, check]));

describe('POST /admin/api/diagnosis', { timeout: 60_000 }, () => {
  it('names every check first, then tells each once, then the whole', async () => {
    await start();
    const lines = await diagnose();
    const [begin] = lines;
    if (begin?.kind !== 'begin') throw new Error('It does not begin.');
    const told = lines.flatMap((line) => (line.kind === 'check' ? line.check.id : []));
    expect([...told].sort()).toEqual(begin.checks.map(({ id }) => id).sort());
    const { report, markdown } = endOf(lines);
    expect(report.checks.map(({ id }) => id)).toEqual(begin.checks.map(({ id }) => id));
    expect(report.summary).toMatchObject({ fail: 0, crashed: 0 });
    expect(markdown).toContain('| check |');
    // What was told on the way is what stands in the report.
    const onTheWay = Object.fromEntries(
      lines.flatMap((line) => (line.kind === 'check' ? [[line.check.id, line.check]] : [])),
    );
    expect(onTheWay).toEqual(byId(endOf(lines)));
  });

  it('looks at our own side too: the address the operator came by, the ticks through it, folder and database', async () => {
    await start();
    const checks = byId(endOf(await diagnose()));
    for (const id of ['own/public-address', 'own/proxy-buffering', 'own/storage', 'own/store', 'own/runtime']) {
      expect(checks[id]?.status, id).toMatch(/^(ok|info)$/);
    }
  });

  it('leaves nothing of its own knocking in the log and the figures', async () => {
    await start();
    const before = own.log.length;
    const checks = byId(endOf(await diagnose({ only: 'own/proxy-authorization' })));
    expect(checks['own/proxy-authorization']?.status).toBe('ok');
    expect(own.log.slice(before)).toEqual([]);
    const figures = await (await fetch(`${own.guichet.url}/metrics`)).text();
    expect(figures).not.toMatch(/guichet_refusals_total\{code="token/);
  });

  it('names a site that was refused the chat, until it is let in', async () => {
    await start();
    const asked = async () => {
      const end = endOf(await diagnose());
      return { check: byId(end)['own/allowed-origins'], markdown: end.markdown };
    };
    expect((await asked()).check?.status).toBe('ok');
    const refuse = async (origin: string) =>
      expect((await fetch(`${own.guichet.url}/v1/sites/default`, { headers: { Origin: origin } })).status).toBe(403);
    const site = 'https://bakery.example';
    await refuse(site);
    await refuse(site);
    const { check, markdown } = await asked();
    expect(check).toMatchObject({ status: 'warn', confidence: 'probable' });
    expect(check?.title).toContain(site);
    expect(check?.title).toMatch(/ 2 times since \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
    expect(markdown).not.toContain('bakery.example');
    // Anybody could have written it: there is nothing to paste until the operator has had a look at it.
    expect(JSON.stringify(check?.fix)).not.toContain('bakery');
    expect(check?.fix[0]?.commands ?? []).toEqual([]);
    await operator.ask('POST', '/set-up/page', { url: `${site}/contact` });
    expect((await asked()).check?.fix[0]?.commands).toEqual([expect.stringContaining(`,${site}`)]);
    // Ten made-up ones push it out of nobody's sight.
    for (let at = 0; at < 10; at++) await refuse(`https://bakery-${at}.example`);
    await refuse(`https://www.${new URL(ORIGIN).host}`);
    const afterwards = (await asked()).check;
    expect(afterwards?.fix[0]?.commands?.join()).toMatch(/,https:\/\/(www\.shop|bakery)\.example$/);
    const observed = afterwards?.evidence.map((one) => one.observed) ?? [];
    expect(observed.filter((one) => one.startsWith(`${site}, 2 ×, `))).toHaveLength(1);
    expect(observed.filter((one) => one.includes('bakery-')).length).toBeLessThanOrEqual(2);
    const all = [ORIGIN, site, 'https://www.shop.example', 'https://bakery-0.example', 'https://bakery-1.example'];
    await operator.ask('PUT', '/settings', { changes: { GUICHET_ALLOWED_ORIGINS: all.join(',') } });
    expect((await asked()).check?.status).toBe('ok');
  });

  it('asks again for one check, and those it rests on', async () => {
    await start();
    const lines = await diagnose({ only: 'key/accepted' });
    const [begin] = lines;
    if (begin?.kind !== 'begin') throw new Error('It does not begin.');
    const told = begin.checks.map(({ id }) => id);
    expect(told.at(-1)).toBe('key/accepted');
    expect(told).toContain('address/present');
    expect(told).not.toContain('answer/stream');
    expect(endOf(lines).report.checks.map(({ id }) => id)).toEqual(told);
    // Only a whole diagnosis is the last one.
    expect(await operator.ask('GET', '/diagnosis')).toEqual({});
    expect(await operator.ask('POST', '/diagnosis', { only: 'no/such-check' })).toMatchObject({ code: 'bad-request' });
  });

  it('speaks the reader’s language, and one run answers a double click in both', async () => {
    await start();
    const [french, english] = await Promise.all([
      diagnose({}, { 'Accept-Language': 'fr' }),
      diagnose({}, { 'Accept-Language': 'en' }),
    ]);
    const [fr, en] = [endOf(french), endOf(english)];
    expect(fr.report.checks.map(({ ms }) => ms)).toEqual(en.report.checks.map(({ ms }) => ms));
    expect(fr.report.checks[0]?.title).not.toBe(en.report.checks[0]?.title);
    expect(fr.markdown).not.toBe(en.markdown);
  });

  it('is the last diagnosis afterwards, also when its reader has left', async () => {
    await start();
    expect(await operator.ask('GET', '/diagnosis')).toEqual({});
    const response = await operator.request('POST', '/diagnosis', {});
    await response.body?.cancel();
    await vi.waitFor(
      async () => {
        const { last } = await operator.ask<LastDiagnosisView>('GET', '/diagnosis');
        expect(last).toMatchObject({ by: 'operator', report: { summary: { fail: 0 } } });
        expect(last?.markdown).toContain('| check |');
      },
      { timeout: 30_000 },
    );
  });

  it('needs a sign-in, and a page of our own', async () => {
    await start();
    const stranger = new Operator(own.guichet.url);
    for (const [method, place] of [
      ['POST', '/diagnosis'],
      ['GET', '/diagnosis'],
      ['GET', '/diagnosis/reference/2222-2222'],
    ] as const) {
      expect((await stranger.request(method, place, method === 'POST' ? {} : undefined)).status).toBe(401);
    }
    const foreign = await operator.request('POST', '/diagnosis', {}, { Origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
  });
});

describe('a diagnosis of what is broken', { timeout: 60_000 }, () => {
  it('finds a refused key, and shows it to nobody: not in a line, an answer or the log', async () => {
    await start();
    own.practice.state.revokeKey(own.account);
    const lines = await diagnose();
    expect(byId(endOf(lines))['key/known']).toMatchObject({ status: 'fail', cause: 'key-unknown' });
    const seen = JSON.stringify([
      lines,
      await diagnose({}, { 'Accept-Language': 'fr' }),
      await diagnose({ only: 'key/reach' }),
      await operator.ask('GET', '/diagnosis'),
      own.log,
    ]);
    for (const form of writtenForms(own.credential)) expect(seen).not.toContain(form);
    // What may be told of it is there.
    expect(seen).toMatch(/"label":"Fingerprint","observed":"[0-9a-f:]+"/);
  });

  it('hands on when the ticks came in the operator’s browser', async () => {
    await start();
    const together = Array.from({ length: 10 }, () => 950);
    const checks = byId(endOf(await diagnose({ browserTicks: { arrivals: together, encoding: 'gzip' } })));
    const found = Object.values(checks).filter(({ cause }) => cause === 'stream-buffered');
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).toContain('"vantage":"browser"');
    const apart = Array.from({ length: 10 }, (_, tick) => 5 + tick * 100);
    const fine = byId(endOf(await diagnose({ browserTicks: { arrivals: apart } })));
    expect(Object.values(fine).filter(({ cause }) => cause === 'stream-buffered')).toEqual([]);
  });

  it.each([{ arrivals: ['now'] }, { arrivals: [-1] }, { arrivals: Array(51).fill(1) }, {}])(
    'takes no browser’s ticks such as %j',
    async (browserTicks) => {
      await start();
      expect(await operator.ask('POST', '/diagnosis', { browserTicks })).toMatchObject({ code: 'bad-request' });
    },
  );

  it('reports what it can see of an address that no name server knows', async () => {
    await start({ environment: { OPENWEBUI_URL: 'https://open-webui.invalid' } });
    const checks = byId(endOf(await diagnose()));
    expect(checks['network/name']).toMatchObject({ status: 'fail', cause: 'dns-failed' });
    expect(checks['key/accepted']?.status).toBe('skipped');
    expect(checks['own/store']?.status).toBe('ok');
  });

  it('reports what it can see with a database that fails, and without the folder', async () => {
    await start();
    takeTableAway(own.dataDir, 'limit_use');
    const failing = byId(endOf(await diagnose()));
    expect(failing['own/store']).toMatchObject({ status: 'fail', cause: 'store-unreachable' });
    expect(failing['key/accepted']?.status).toBe('ok');
    rmSync(own.dataDir, { recursive: true });
    const gone = byId(endOf(await diagnose()));
    expect(gone['own/storage']).toMatchObject({ status: 'fail', cause: 'storage-not-writable' });
    expect(gone['key/accepted']?.status).toBe('ok');
  });

  it('takes the settings as they were written', async () => {
    // What a client makes of it is not asked: what is written is judged.
    await start({ environment: { OPENWEBUI_URL: 'http://127.0.0.1:9/api/v1' } });
    const checks = byId(endOf(await diagnose({ only: 'address/path' })));
    expect(checks['address/path']).toMatchObject({ cause: 'url-has-path' });
  });
});

describe('/diagnostic', () => {
  it('is the console’s page under the console’s policy, and /doctor leads there with what was asked', async () => {
    await start();
    const page = await fetch(`${own.guichet.url}/diagnostic?ref=K7QM-2XRB`);
    const consolePage = await fetch(`${own.guichet.url}/console/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toBe(await consolePage.text());
    for (const name of ['content-security-policy', 'cache-control', 'content-type']) {
      expect(page.headers.get(name), name).toBe(consolePage.headers.get(name));
    }
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const led = await fetch(`${own.guichet.url}/doctor?ref=K7QM-2XRB`, { redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([302, '/diagnostic?ref=K7QM-2XRB']);
  });
});
