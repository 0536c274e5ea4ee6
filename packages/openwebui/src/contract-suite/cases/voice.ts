import assert from 'node:assert/strict';
import { isRecord } from '../../client/error-body.ts';
import { shortTone } from '../../practice/provider/short-tone.ts';
import type { CaseContext } from '../case-context.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectOk, expectRefused } from '../expectations.ts';
import { withChatPermission, withSettings } from '../settings-switch.ts';

const CONFIG = '/api/v1/audio/config';

/** With a provider that hears and speaks; puts back what was there before. */
async function withVoice({ call, admin }: CaseContext, run: () => Promise<void>): Promise<void> {
  const as = admin.token;
  const before = (await call('GET', CONFIG, { as })).json;
  assert.ok(
    isRecord(before) && isRecord(before.tts) && isRecord(before.stt),
    'the settings of speech could not be read',
  );
  const connection = (await call('GET', '/openai/config', { as })).json;
  const urls = isRecord(connection) ? connection.OPENAI_API_BASE_URLS : undefined;
  assert.ok(Array.isArray(urls), 'the address of the provider could not be read');
  const engine = { ENGINE: 'openai', OPENAI_API_BASE_URL: urls[0], OPENAI_API_KEY: 'x' };
  const body = { tts: { ...before.tts, ...engine }, stt: { ...before.stt, ...engine, MODEL: 'whisper-1' } };
  const changed = await call('POST', `${CONFIG}/update`, { as, body });
  assert.equal(changed.status, 200, changed.text.slice(0, 300));
  try {
    await run();
  } finally {
    await call('POST', `${CONFIG}/update`, { as, body: before });
  }
}

const recording = () => ({ contentType: 'audio/wav', ending: 'wav', bytes: shortTone(), language: 'fr' });

/** What is spoken and heard, with the key of a plain account. */
export const voiceCases: ContractCase[] = [
  {
    name: 'voice: a fresh server hears and does not speak, and finding that out reaches no engine',
    // Before, a missing engine is noticed after the text that is no JSON.
    since: '0.7.0',
    async run({ client, provider }) {
      const asked = provider.calls.length;
      assert.deepEqual(expectOk(await client().voiceOffer()), { transcription: true, speech: false });
      assert.equal((await client().readAloud('Nine to five.')).ok, false);
      assert.equal(provider.calls.length, asked);
    },
  },
  {
    name: 'voice: with an engine, a recording becomes text and a text becomes sound',
    async run(context) {
      const { client, provider } = context;
      await withVoice(context, async () => {
        const asked = provider.calls.length;
        assert.deepEqual(expectOk(await client().voiceOffer()), { transcription: true, speech: true });
        assert.equal(provider.calls.length, asked);
        assert.equal(expectOk(await client().transcribe(recording())), provider.options.heard);
        assert.equal(provider.calls.at(-1)?.kind, 'transcription');
        assert.equal(provider.calls.at(-1)?.body.language, 'fr');
        // Never the same twice: Open WebUI keeps what it has said.
        const text = `We open at nine. ${Math.random()}`;
        const { contentType, bytes } = expectOk(await client().readAloud(text));
        assert.match(contentType, /^audio\//);
        assert.ok(bytes.length > 100);
        assert.equal(provider.calls.at(-1)?.kind, 'speech');
        assert.equal(provider.calls.at(-1)?.body.input, text);
      });
    },
  },
  {
    name: 'voice: an account without the permissions is offered nothing',
    async run(context) {
      await withVoice(context, () =>
        withChatPermission(context, { stt: false, tts: false }, async () => {
          assert.deepEqual(expectOk(await context.client().voiceOffer()), { transcription: false, speech: false });
          assert.equal((await context.client().transcribe(recording())).ok, false);
        }),
      );
    },
  },
  {
    name: 'voice: a key that an allow-list keeps out is offered nothing, and one with both paths is',
    async run(context) {
      const { client } = context;
      const allow = (API_KEYS_ALLOWED_ENDPOINTS: string) => ({
        ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS: true,
        API_KEYS_ALLOWED_ENDPOINTS,
      });
      await withVoice(context, async () => {
        await withSettings(context, allow('/api/models'), async () => {
          assert.deepEqual(expectOk(await client().voiceOffer()), { transcription: false, speech: false });
        });
        const both = '/api/models,/api/v1/audio/transcriptions,/api/v1/audio/speech';
        await withSettings(context, allow(both), async () => {
          assert.deepEqual(expectOk(await client().voiceOffer()), { transcription: true, speech: true });
          expectOk(await client().transcribe(recording()));
        });
      });
    },
  },
  {
    name: 'voice: a key that is unknown is no answer about voice',
    async run({ client }) {
      expectRefused(await client('sk-00000000000000000000000000000000').voiceOffer(), 'key-unknown');
    },
  },
];
