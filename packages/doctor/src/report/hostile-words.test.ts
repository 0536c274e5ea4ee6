import { startPractice } from '@guichet/openwebui/practice';
import { expect, it } from 'vitest';
import { standIn } from '../corpus/stand-in-server.ts';
import { printReport } from '../print-report.ts';
import { runDoctor } from '../run-doctor.ts';
import { shareReport } from '../share-report.ts';
import { makeReport } from './make-report.ts';

const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

it('lets no page that answers in place of Open WebUI steer a terminal, a log or a direction of writing', async () => {
  const server = await standIn((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<title>\u001b]0;owned\u0007\u009b2J\u202egnp.exe</title>');
  });
  const run = await runDoctor({ baseUrl: `http://127.0.0.1:${server.port}`, credential: 'x' });
  await server.close();
  for (const locale of ['en', 'fr'] as const) {
    const report = makeReport(run, locale);
    expect(JSON.stringify(report)).toContain('owned');
    for (const line of printReport(report, locale).split('\n')) expect(line).not.toMatch(STEERING);
    for (const { evidence, title } of report.checks) expect(JSON.stringify([evidence, title])).not.toMatch(/\\u00|\\n/);
  }
});

it('gives no line to copy that would run what a model is called, or add a setting', async () => {
  const practice = await startPractice();
  const credential = practice.state.makeKey(practice.state.addAccount());
  for (const [name, lines] of [
    ['$(touch owned)', ["OPENWEBUI_MODEL='$(touch owned)'"]],
    ["a\nGUICHET_ALLOWED_ORIGINS=https://evil.example'", undefined],
  ] as const) {
    practice.state.provider.options.models = [name];
    const { checks } = makeReport(await runDoctor({ baseUrl: practice.url, credential, model: 'other' }), 'en');
    const chosen = checks.find(({ id }) => id === 'models/chosen');
    expect(chosen?.status).toBe('fail');
    expect(chosen?.fix.find(({ text }) => text.includes(name.slice(0, 1)) && text.length > 0)).toBeDefined();
    expect(chosen?.fix.flatMap(({ commands }) => commands ?? [])).toEqual(lines ?? []);
  }
  await practice.close();
});

it('shows what others wrote as code in a report for a public place', async () => {
  const server = await standIn((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const version = '0.12.4 @all ![x](https://evil.example/x) `';
    response.end(JSON.stringify(request.url === '/health' ? { status: true } : { version, name: 'x' }));
  });
  const run = await runDoctor({ baseUrl: `http://127.0.0.1:${server.port}`, credential: 'x' });
  await server.close();
  const shared = shareReport(makeReport(run, 'en'), 'en');
  expect(shared).toContain('@all');
  for (const row of shared.split('\n').filter((line) => line.startsWith('| '))) {
    expect(row.replace(/`[^`]*`/g, '')).not.toMatch(/@|!\[|evil/);
  }
});
