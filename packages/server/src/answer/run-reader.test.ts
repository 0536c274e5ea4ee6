import { createServer, type ServerResponse } from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { RunLog } from './run-log.ts';
import { MAX_UNSENT_BYTES, RunReader } from './run-reader.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A response whose browser has connected and reads nothing. */
async function responseNobodyReads(): Promise<{ response: ServerResponse; browser: net.Socket }> {
  const asked = Promise.withResolvers<ServerResponse>();
  const server = createServer((_, response) => asked.resolve(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  browser.pause();
  browser.on('error', () => {});
  browser.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  closers.push(() => {
    browser.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { response: await asked.promise, browser };
}

describe('RunReader', () => {
  it('closes the connection of a reader that does not read, and holds no more for it than the bound', async () => {
    const { response } = await responseNobodyReads();
    const log = new RunLog();
    let closed: string | undefined;
    const reader = new RunReader(response, log, undefined, {}, (_, reason) => {
      closed = reason;
    });
    const piece = 'x'.repeat(32 * 1024);
    let most = 0;
    // The system takes some megabytes before a socket counts as full; far more than that is offered.
    for (let count = 0; count < 2_000 && closed === undefined; count++) {
      log.append({ type: 'delta', data: { text: piece } });
      reader.advance();
      most = Math.max(most, response.writableLength);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(closed).toBe('slow');
    expect(most).toBeLessThan(MAX_UNSENT_BYTES + 2 * piece.length);
    expect(response.destroyed).toBe(true);
    // The run goes on for others: the log takes more.
    log.append({ type: 'delta', data: { text: 'and on' } });
  });

  it('sends a replay longer than the bound to whoever reads', async () => {
    const { response, browser } = await responseNobodyReads();
    const log = new RunLog();
    const piece = 'x'.repeat(1_000);
    for (let count = 0; count < 600; count++) log.append({ type: 'delta', data: { text: piece } });
    log.append({ type: 'done', data: { reason: 'complete', messageId: 'm' } });
    let received = 0;
    browser.on('data', (bytes) => {
      received += bytes.length;
    });
    browser.resume();
    const reasons: string[] = [];
    new RunReader(response, log, undefined, {}, (_, reason) => reasons.push(reason));
    await expect.poll(() => received).toBeGreaterThan(600_000);
    expect(reasons).toEqual(['ended']);
  });

  it('is not opened for a browser that left before', async () => {
    const { response, browser } = await responseNobodyReads();
    browser.destroy();
    await expect.poll(() => response.destroyed).toBe(true);
    const log = new RunLog();
    const reader = new RunReader(response, log, undefined, {}, () => {});
    expect(reader.isOpen).toBe(false);
  });

  it('says once that a browser left, and writes nothing more', async () => {
    const { response, browser } = await responseNobodyReads();
    const log = new RunLog();
    const reasons: string[] = [];
    const reader = new RunReader(response, log, undefined, {}, (_, reason) => reasons.push(reason));
    browser.destroy();
    await expect.poll(() => reasons).toEqual(['left']);
    log.append({ type: 'delta', data: { text: 'a' } });
    reader.advance();
    reader.beat();
    reader.finish();
    expect(reasons).toEqual(['left']);
  });
});
