/** A session token that ends in two days is said where people look: log, webhook, `/metrics` and the console's page. */
import { expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN } from '../testing/visitor-client.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';

const TWO_DAYS_SECONDS = 2 * 86_400;

it('is told by log, webhook, metrics and console, once, and without the token', async () => {
  const receiver = await startWebhookReceiver();
  const { notices, url: webhook } = receiver;
  const test = await startTestGuichet({ environment: { GUICHET_WEBHOOK_URL: webhook } });
  try {
    const { state } = test.practice;
    const claims = JSON.parse(
      Buffer.from(state.makeSessionToken(test.account).split('.')[1] ?? '', 'base64url').toString(),
    );
    const exp = Math.floor(Date.now() / 1000) + TWO_DAYS_SECONDS;
    const token = state.forgeSessionToken({ ...claims, exp });
    await test.guichet.reload(
      readSettings({
        environment: {
          OPENWEBUI_URL: test.practice.url,
          OPENWEBUI_API_KEY: token,
          OPENWEBUI_MODEL: 'echo',
          GUICHET_ALLOWED_ORIGINS: ORIGIN,
          GUICHET_DATA_DIR: test.dataDir,
          GUICHET_WEBHOOK_URL: webhook,
          PORT: '0',
          HOST: '127.0.0.1',
        },
      }),
    );
    const ending = () => notices.filter(({ event }) => event === 'credential-expiring');
    await expect.poll(ending, { timeout: 10_000 }).toMatchObject([{ severity: 'warn' }]);
    expect(ending()[0]?.text).toContain(new Date(exp * 1000).toISOString());
    expect(test.log.filter((line) => line.includes('credential-expiring'))).toHaveLength(1);
    const metrics = await (await fetch(`${test.guichet.url}/metrics`)).text();
    const seconds = Number(/^guichet_credential_expires_seconds (\d+)$/m.exec(metrics)?.[1]);
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const { secondsLeft } = await operator.ask<{ secondsLeft: number }>('GET', '/credential');
    for (const left of [seconds, secondsLeft]) {
      expect(left).toBeGreaterThan(TWO_DAYS_SECONDS - 3_600);
      expect(left).toBeLessThanOrEqual(TWO_DAYS_SECONDS);
    }
    for (const said of [JSON.stringify(notices), test.log.join(), metrics]) expect(said).not.toContain(token);
  } finally {
    await test.close();
    await receiver.close();
  }
});
