/** A visitor speaks a question and hears an answer: by Open WebUI and by the browser, behind both walls, and where it fails. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PublicSite } from '../packages/contract/src/public-site.ts';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { Chat, WALLS, type Wall } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { PageStage, type VisitOptions } from './support/page-stage.ts';

/** For people who look at it: screenshots go where this says. */
const pictures = process.env.GUICHET_E2E_PICTURES;

/** Remembers every microphone that was opened, to see that it was let go. */
const WATCH_MICROPHONE = `
  window.opened = [];
  const { mediaDevices } = navigator;
  const open = mediaDevices?.getUserMedia.bind(mediaDevices);
  if (open) mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    opened.push(...stream.getTracks());
    return stream;
  };
`;

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ browserArguments: ['--use-fake-device-for-media-stream'] });
  hearAndSpeak();
  await setSite('any');
});
afterAll(() => stage?.close());

const provider = () => stage.guichet.practice.state.provider;
const hearAndSpeak = () => stage.guichet.practice.state.setVoice({ stt: 'openai', tts: 'openai' });
const callsOf = (kind: string) => provider().calls.filter((call) => call.kind === kind).length;
const questions = () => stage.guichet.practice.state.received.filter(({ path: at }) => at === '/api/chat/completions');

async function siteNow(): Promise<PublicSite> {
  return (await (await fetch(`${stage.server}/v1/sites/default`)).json()) as PublicSite;
}

async function setSite(voice: 'off' | 'open-webui' | 'any'): Promise<void> {
  const done = await runCommand(['site', 'set', '--site', 'default', `voice=${voice}`], {
    GUICHET_DATA_DIR: stage.guichet.dataDir,
    OPENWEBUI_URL: stage.guichet.practice.url,
    GUICHET_ALLOWED_ORIGINS: stage.url,
  });
  expect(done.code, done.output).toBe(0);
  const isSet = async () => (await siteNow()).voice?.browser ?? 'off';
  const wanted = voice === 'off' ? 'off' : voice === 'any';
  await vi.waitFor(async () => expect(await isSet()).toBe(wanted), { timeout: 10_000 });
}

async function visit(wall: Wall = 'open', options: VisitOptions = {}) {
  const line = wall === 'open' ? stage.line : stage.line.replace('async', 'async data-frame');
  const { before = '', ...more } = options;
  const visited = await stage.visit(`<h1>Shoes</h1>${line}`, {
    permissions: ['microphone'],
    ...more,
    before: WATCH_MICROPHONE + before,
  });
  const chat = new Chat(visited.page, wall);
  await chat.open();
  const { inside } = chat;
  return {
    ...visited,
    chat,
    inside,
    field: inside.locator('[part~=composer] textarea'),
    speak: inside.locator('.speak'),
    row: inside.locator('.listening'),
    said: inside.locator('.voice-said'),
    button: (name: string) => inside.getByRole('button', { name, exact: true }),
  };
}

const photograph = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

/** Of the microphones opened in the panel's own document: how many are still on. */
async function microphonesOn(page: Page): Promise<number> {
  let on = 0;
  for (const frame of page.frames())
    on += await frame.evaluate(
      () =>
        ((window as unknown as { opened?: MediaStreamTrack[] }).opened ?? []).filter(
          ({ readyState }) => readyState === 'live',
        ).length,
    );
  return on;
}

describe.each(WALLS)('behind the %s wall', (wall) => {
  it('a question is spoken: it comes into the field, and is not sent by itself', async () => {
    const { page, chat, field, speak, row, button, errors, context } = await visit(wall);
    await speak.waitFor();
    expect(await microphonesOn(page)).toBe(0);
    await field.fill('Hello.');
    const asked = questions().length;
    const heard = callsOf('transcription');
    await speak.click();
    await row.getByText('Recording').waitFor();
    await expect.poll(() => microphonesOn(page)).toBe(1);
    expect(await speak.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => row.locator('time').textContent(), { timeout: 10_000 }).toBe('0:01');
    await photograph(page, `voice-recording-${wall}`);
    await button('Finish and turn into text').click();
    await expect.poll(() => field.inputValue()).toBe('Hello. When do you open?');
    expect(callsOf('transcription')).toBe(heard + 1);
    const sent = stage.guichet.practice.state.received.findLast(({ path: at }) => at.endsWith('/transcriptions'));
    expect(sent?.form.find(({ name }) => name === 'file')?.content.length).toBeGreaterThan(1_000);
    expect(await microphonesOn(page)).toBe(0);
    await expect.poll(() => row.isVisible()).toBe(false);
    expect(await speak.getAttribute('aria-pressed')).toBe('false');
    expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
    expect([questions().length, await chat.questions.count()]).toEqual([asked, 0]);
    await page.keyboard.press('Enter');
    await chat.waitForStatus('complete');
    expect(await chat.answerText()).toBe('You said: Hello. When do you open?');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('an answer is read aloud, and stops when it is told to', async () => {
    const { page, chat, button, errors, context } = await visit(wall);
    await chat.ask(`Tell me. ${`${'word '.repeat(60)}end. `.repeat(6)}`);
    await chat.waitForStatus('complete');
    const spoken = callsOf('speech');
    const read = button('Read the answer aloud');
    await read.waitFor();
    await read.click();
    await button('Stop reading aloud').waitFor();
    await photograph(page, `voice-reading-${wall}`);
    // All its pieces, one after the other, and then silence.
    await expect.poll(() => callsOf('speech') - spoken, { timeout: 20_000 }).toBe(6);
    await expect.poll(() => read.getAttribute('aria-pressed'), { timeout: 10_000 }).toBe('false');
    await read.click();
    await button('Stop reading aloud').click();
    await expect.poll(() => read.getAttribute('aria-pressed')).toBe('false');
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a visitor', () => {
  it('takes back a recording, by the button and by Escape, and nothing of it is sent', async () => {
    const { page, chat, field, speak, row, button, said, context } = await visit();
    await speak.waitFor();
    const heard = callsOf('transcription');
    await speak.click();
    await expect.poll(() => microphonesOn(page)).toBe(1);
    await button('Cancel the recording').click();
    await expect.poll(() => microphonesOn(page)).toBe(0);
    await expect.poll(() => said.textContent()).toBe('Recording cancelled');
    // All of it by keys.
    await speak.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => microphonesOn(page)).toBe(1);
    expect(await button('Finish and turn into text').evaluate((control) => control.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => microphonesOn(page)).toBe(0);
    await expect.poll(() => row.isVisible()).toBe(false);
    expect(await chat.panel.isVisible()).toBe(true);
    expect([await field.inputValue(), callsOf('transcription')]).toEqual(['', heard]);
    // Closing the chat lets the microphone go as well.
    await speak.click();
    await expect.poll(() => microphonesOn(page)).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => microphonesOn(page)).toBe(0);
    await context.close();
  });

  it('is told in one sentence what is the matter', async () => {
    const refused = await visit('open', { permissions: [] });
    await refused.speak.click();
    await expect
      .poll(() => refused.said.textContent())
      .toBe('The microphone is blocked. Allow it in your browser, then try again.');
    expect(await refused.row.isVisible()).toBe(false);
    await photograph(refused.page, 'voice-refused');
    await refused.context.close();

    const none = await visit('open', {
      before: `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));`,
    });
    await none.speak.click();
    await expect.poll(() => none.said.textContent()).toBe('No microphone was found.');
    await none.context.close();

    const { speak, said, field, button, context } = await visit();
    const recordOnce = async () => {
      await speak.click();
      await button('Finish and turn into text').click();
    };
    provider().options.heard = '';
    await speak.waitFor();
    await recordOnce();
    await expect.poll(() => said.textContent()).toBe('Nothing was heard. Try again.');
    provider().options.heard = 'When do you open?';
    await stage.guichet.practice.state.setVoice({ stt: '' });
    await recordOnce();
    await expect.poll(() => said.textContent()).toMatch(/^Speech is not available right now\./);
    hearAndSpeak();
    expect(await field.inputValue()).toBe('');
    await context.close();
  });

  it('is told when the server is away, and when an answer cannot be read', async () => {
    const { page, chat, speak, said, button, inside, context } = await visit();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    await button('Read the answer aloud').waitFor();
    await page.route('**/v1/**', (route) => route.abort());
    await speak.click();
    await button('Finish and turn into text').click();
    await expect.poll(() => said.textContent()).toBe('That did not work. Try again, or type your question.');
    await button('Read the answer aloud').click();
    await inside.getByText('This answer cannot be read aloud right now.').waitFor();
    await context.close();
  });

  it('has no barrier on the way, in any state', async () => {
    const { page, chat, speak, button, context } = await visit();
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    await button('Read the answer aloud').waitFor();
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '[part~=panel]'] });
    await speak.click();
    await button('Cancel the recording').waitFor();
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '[part~=panel]'] });
    await context.close();
  });

  it('reads every name in the language of the page', async () => {
    const { button, page, context } = await visit('open', { locale: 'fr-FR' });
    await button('Dicter votre question').click();
    await button('Terminer et convertir en texte').waitFor();
    await photograph(page, 'voice-french');
    await context.close();
  });
});

/** A browser that hears "Bonjour" and speaks, as far as a page can tell. */
const OWN_VOICE = `
  window.spoken = [];
  window.webkitSpeechRecognition = window.SpeechRecognition = class extends EventTarget {
    start() { window.recognised = this.lang; this.dispatchEvent(new Event('start')); }
    stop() {
      this.dispatchEvent(Object.assign(new Event('result'), { results: [[{ transcript: 'Bonjour' }]] }));
      this.dispatchEvent(new Event('end'));
    }
    abort() { this.dispatchEvent(new Event('end')); }
  };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    cancel() {},
    speak(utterance) { spoken.push(utterance.text); setTimeout(() => utterance.onend(), 10); },
  } });
`;

const NO_VOICE = `
  delete window.webkitSpeechRecognition;
  delete window.SpeechRecognition;
  delete window.speechSynthesis;
  Object.defineProperty(window, 'speechSynthesis', { value: undefined });
`;

describe('what Open WebUI does not offer', () => {
  beforeAll(async () => {
    const { state } = stage.guichet.practice;
    state.setVoice({ stt: '', tts: '' });
    state.permit('chat', 'stt', false);
    await stage.guichet.restart();
    expect((await siteNow()).voice).toMatchObject({ transcription: false, speech: false, browser: true });
  });

  it('the browser does, and the visitor is told so before', async () => {
    const { page, chat, field, speak, button, context } = await visit('open', { before: OWN_VOICE });
    await speak.waitFor();
    expect(await speak.getAttribute('title')).toContain('Its maker may get the sound.');
    await speak.click();
    await button('Finish and turn into text').click();
    await expect.poll(() => field.inputValue()).toBe('Bonjour');
    await page.keyboard.press('Enter');
    await chat.waitForStatus('complete');
    await button('Read the answer aloud').click();
    await expect.poll(() => page.evaluate('spoken')).toEqual(['You said: Bonjour']);
    expect(await page.evaluate('recognised')).toBe('en');
    await context.close();
  });

  it('nobody does where the browser cannot either: there is no button', async () => {
    const { chat, speak, button, errors, context } = await visit('open', { before: NO_VOICE });
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    await speak.waitFor({ state: 'attached' });
    await button('Copy answer').waitFor();
    expect([await speak.isVisible(), await button('Read the answer aloud').count()]).toEqual([false, 0]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a site without voice loads nothing of it', async () => {
    await setSite('off');
    const asked: string[] = [];
    const { page, chat, speak, context } = await visit();
    page.on('request', (request) => asked.push(request.url()));
    await chat.ask('hi');
    await chat.waitForStatus('complete');
    expect([await speak.count(), asked.filter((url) => /voice|speech|transcription/.test(url))]).toEqual([0, []]);
    await context.close();
  });
});
