/**
 * How long a stop of the whole agent takes, to the provider: Guichet's own share apart from Open WebUI's. On a real server
 * of OPENWEBUI_VERSION, 30 stops one after the other in the middle of a text; prints medians and maxima in milliseconds.
 *
 * Guichet's share ends where the request to stop has left it whole, and is told apart by a connection in between.
 */
import { loadavg } from 'node:os';
import { askOf, beginAnswer, makeCaseContext, scriptedProvider } from '@guichet/openwebui/contract-suite';
import { installOpenWebUi } from './install-open-webui.ts';
import { serveProvider } from './provider-server.ts';
import { signInAdmin } from './sign-in-admin.ts';
import { SECRET, startOpenWebUi } from './start-open-webui.ts';
import { startStopTap } from './stop-tap.ts';

const STOPS = 30;
/** Into the text, so that the provider is in the middle of it. */
const STOP_AFTER_MS = 300;

const version = process.env.OPENWEBUI_VERSION || '0.12.4';
const installed = installOpenWebUi(version);
if ('missing' in installed) throw new Error(installed.missing);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const provider = scriptedProvider();
const served = await serveProvider(provider);
const server = await startOpenWebUi(installed.starter, served);
const tap = await startStopTap(server.baseUrl);
try {
  const { baseUrl } = server;
  const adminToken = await signInAdmin(baseUrl);
  const { context, close } = await makeCaseContext({ baseUrl, version, secret: SECRET, provider, adminToken });
  const client = context.agent({ baseUrl: tap.url, agentLog: (entry) => console.log(JSON.stringify(entry)) });
  const ours: number[] = [];
  const theirs: number[] = [];
  const whole: number[] = [];
  for (let turn = 0; turn < 2 * STOPS && whole.length < STOPS; turn++) {
    const request = await askOf(context, 'tools', [{ text: 'word '.repeat(200), delay: 50 }]);
    const seen = provider.calls.length;
    const stopsBefore = tap.stops.length;
    const times = { stopped: 0 };
    const { running, told } = beginAnswer(client, request, {
      onText: () => {
        if (times.stopped !== 0) return;
        times.stopped = -1;
        setTimeout(() => {
          times.stopped = Date.now();
          running.abort();
        }, STOP_AFTER_MS);
      },
    });
    const { end } = await told;
    // On a busy server a socket may come too late for the whole agent: nothing was stopped then.
    if (end.kind !== 'aborted') {
      console.log(`Left out: ${JSON.stringify(end)}`);
      continue;
    }
    const left = await untilKnown(() => tap.stops[stopsBefore]);
    const cut = await untilKnown(
      () => provider.calls.slice(seen).find(({ kind }) => kind === 'completion')?.cutOffAtMs,
    );
    ours.push(left - times.stopped);
    theirs.push(cut - left);
    whole.push(cut - times.stopped);
  }
  const [load = 0] = loadavg();
  console.log(`Open WebUI ${version}, ${whole.length} stops, load ${load.toFixed(1)}`);
  for (const [name, ms] of Object.entries({ Guichet: ours, 'Open WebUI': theirs, whole })) {
    const sorted = ms.toSorted((a, b) => a - b);
    console.log(
      `${name.padEnd(12)} median ${sorted[sorted.length >> 1]}  most ${sorted.at(-1)}  all ${sorted.join(' ')}`,
    );
  }
  await client.close();
  await close();
} finally {
  await tap.close();
  await server.stop();
  await served.close();
}

async function untilKnown(momentMs: () => number | undefined): Promise<number> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const ms = momentMs();
    if (ms !== undefined) return ms;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('The provider did not hear of the stop in 10 s.');
}
