import { expect, it } from 'vitest';
import { judgeChanges, judgeDestinations } from './judge-changes.ts';
import { en } from './text/en.ts';

const leadsAstray = async (address: string) => address.includes('rebound.example');

async function judge(changes: Record<string, string>) {
  return judgeDestinations(judgeChanges(changes, en, 'en'), en, 'en', leadsAstray);
}

it.each(['OPENWEBUI_URL', 'GUICHET_PUBLIC_URL', 'GUICHET_WEBHOOK_URL'])(
  '%s is not kept in the console when it leads to what clouds hand out',
  async (name) => {
    for (const address of [
      'http://rebound.example/x',
      'http://169.254.169.254',
      'http://2852039166',
      'http://[::169.254.169.254]',
      'http://metadata.google.internal',
    ]) {
      const judged = await judge({ [name]: address });
      expect(judged, address).toMatchObject({ kind: 'refused', problems: [{ name }] });
    }
  },
);

it.each([
  'http://localhost:3000',
  'http://10.0.0.3:8080',
  'http://open-webui:8080',
  'https://chat.example.com/chatgpt',
])('an Open WebUI in one’s own network is kept: %s', async (address) => {
  expect(await judge({ OPENWEBUI_URL: address })).toEqual({ kind: 'good', changes: { OPENWEBUI_URL: address } });
});
