/**
 * What somebody hears who uses the chat with a screen reader, word for word: the name of what has the focus, and what is
 * announced meanwhile. Each test is one thing a visitor does. `polite:` waits for a pause in speaking, `assertive:` does not.
 */
import type { PublicSite } from '@guichet/contract/public-site';
import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../packages/server/src/testing/run-command.ts';
import { ANSWERED_HERE, askHere, type Writer } from './support/answered-here.ts';
import { Chat, type Wall } from './support/chat.ts';
import { PageStage, type VisitOptions } from './support/page-stage.ts';
import { ScreenReader } from './support/screen-reader.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
  const { dataDir, practice, guichet } = stage.guichet;
  await runCommand(['site', 'set', '--site', 'default', 'files=pictures,documents', 'page-context=on'], {
    GUICHET_DATA_DIR: dataDir,
    OPENWEBUI_URL: practice.url,
  });
  const site = async () => (await fetch(`${guichet.url}/v1/sites/default`, { headers: { Origin: stage.url } })).json();
  await vi.waitFor(async () => expect((await site()).features.pageContext).toBe(true), { timeout: 10_000 });
});
afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));
afterAll(() => stage?.close());

const NOTICE = 'An AI answers here, not a person. It can be wrong. Provided by localhost.';
const LAUNCHER = 'button, Open chat, not expanded';
const FIRST_FIELD = 'textbox, Ask a question, Do not enter health, bank or other sensitive data.';
const FIELD = 'textbox, Ask a question';

interface SceneOptions extends VisitOptions {
  attributes?: string;
  /** Instead of the line's own element. */
  body?: string;
  wall?: Wall;
  /** The test writes the answers. */
  answeredHere?: true;
  /** What the site is beside what it is. */
  site?: Partial<PublicSite>;
  on?: PageStage;
}

class Scene {
  readonly page: Page;
  readonly chat: Chat;
  readonly reader: ScreenReader;

  constructor(page: Page, chat: Chat, reader: ScreenReader) {
    this.page = page;
    this.chat = chat;
    this.reader = reader;
  }

  /** All of what was said since the last time. */
  hears = async (...phrases: (string | ReturnType<typeof expect.stringMatching>)[]): Promise<void> => {
    await expect.poll(async () => (await this.reader.heard()).map(plain), { timeout: 10_000 }).toEqual(phrases);
    await this.reader.forget();
  };

  reads = async (part: string): Promise<string[]> => (await this.reader.read(part)).map(plain);

  /** Goes to a part and presses a key there. */
  press = async (name: string, key = 'Enter'): Promise<void> => {
    await this.page.locator('guichet-chat').getByRole('button', { name, exact: true }).last().press(key);
  };

  ask = async (question: string): Promise<void> => {
    await this.chat.ask(question);
    await this.chat.waitForStatus('complete');
    await expect.poll(async () => (await this.reader.heard()).at(-1)).toContain(question);
    await this.reader.forget();
  };

  write = (text: string) => this.page.evaluate((piece) => (window as unknown as Writer).write(piece), text);
  finish = () => this.page.evaluate(() => (window as unknown as Writer).finish());
  emit = (event: string, data: unknown) =>
    this.page.evaluate(([name, what]) => (window as unknown as Writer).emit(name as string, what), [event, data]);
}

/** The library also reads out what is not so, and the placeholder, which is the name. */
const plain = (phrase: string) => phrase.replace(/, not (?:invalid|disabled)/g, '').replace(/, placeholder [^,]*/, '');

/** A phrase with the chat's name in it: the site's own, `echo`, where that has come by then, and `before` until it has. */
function withName(phrase: (name: string) => string, before: string) {
  const either = [before, 'echo'].map((name) => phrase(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return expect.stringMatching(new RegExp(`^(?:${either.join('|')})$`));
}

const dialogNamed = (before: string, notice = NOTICE) => withName((name) => `dialog, ${name}, ${notice}`, before);

async function closed({ attributes = '', site, on = stage, wall, answeredHere, body, ...options }: SceneOptions = {}) {
  const line = on.line.replace('async', `async ${wall === 'sealed' ? 'data-frame' : ''} ${attributes}`);
  const { page } = await on.visit(`<h1>Bread</h1>${body ?? ''}`, {
    ...options,
    ...(answeredHere && { before: ANSWERED_HERE }),
  });
  if (site)
    await page.route('**/v1/sites/default', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), ...site } });
    });
  await page.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), line);
  return new Scene(page, new Chat(page, wall), await ScreenReader.beside(page));
}

async function opened(options: SceneOptions = {}) {
  const made = await closed(options);
  await made.chat.open();
  await made.chat.inside.locator('.greeting').waitFor();
  await made.chat.inside.locator('.attach').waitFor();
  await expect.poll(async () => (await made.reader.heard()).length).toBe(3);
  await made.reader.forget();
  return made;
}

describe('bubble and panel', () => {
  it('a closed chat is a button that says what it opens', async () => {
    const { reader } = await closed();
    expect(await reader.read('.launcher')).toEqual([LAUNCHER]);
  });

  it('opened by keyboard, it says what it is, that a machine answers, and where one writes', async () => {
    const { page, hears } = await closed();
    await page.keyboard.press('Tab');
    await hears(LAUNCHER);
    await page.keyboard.press('Enter');
    await hears(dialogNamed('Chat'), FIRST_FIELD);
  });

  it('closed with Escape, one is back at its button', async () => {
    const { page, hears } = await opened();
    await page.keyboard.press('Escape');
    await hears(LAUNCHER);
  });

  it('an answer that ends while it is closed is announced, and the button counts it', async () => {
    const { page, chat, hears, finish, write, reader } = await opened({ answeredHere: true });
    await askHere(chat, page, 'How long does bread keep?');
    await hears(`polite: Message sent. ${NOTICE}`);
    await write('A week.');
    await page.keyboard.press('Escape');
    await hears(LAUNCHER);
    await finish();
    await hears('polite: Open chat · 1 unread answer');
    expect((await reader.read('.launcher'))[0]).toBe('button, Open chat · 1 unread answer, not expanded');
  });

  it('a phone is not made to show its keyboard: the name of the chat has the focus', async () => {
    const { page, hears } = await closed({ phone: true });
    await page.locator('[part~=launcher]').press('Enter');
    await hears(
      LAUNCHER,
      dialogNamed('Chat'),
      withName((name) => `heading, ${name}, level 2`, 'Chat'),
    );
  });

  it('a part of the page is a region with its name, and takes no focus', async () => {
    const { chat, reader, hears } = await closed({ attributes: 'data-mode="inline"', site: { name: 'Bread shop' } });
    await chat.inside.locator('.greeting').waitFor();
    await hears();
    const said = await reader.read('.panel');
    expect([said[0], said.at(-1)]).toEqual([`region, Bread shop, ${NOTICE}`, `end of region, Bread shop, ${NOTICE}`]);
  });

  it('the page of its own has the same region', async () => {
    const { page } = await stage.visit('');
    await page.goto(`${stage.server}/chat/default`);
    await page.locator('guichet-chat .greeting').waitFor();
    const reader = await ScreenReader.beside(page);
    expect((await reader.read('.panel'))[0]).toMatch(
      /^region, .+, An AI answers here, not a person\. It can be wrong\./,
    );
  });

  it('a sealed chat says its name on both sides of the wall', async () => {
    const made = await closed({ wall: 'sealed' });
    const { page, chat } = made;
    await page.locator('[part~=launcher]').press('Enter');
    await chat.inside.locator('.greeting').waitFor();
    const panel = page.frames().find((frame) => frame.url().includes('/chat/'));
    if (!panel) throw new Error('no panel');
    await expect.poll(() => chat.frame.getAttribute('title')).toBe('echo');
    expect((await made.reader.read('.panel'))[0]).toBe('dialog, echo');
    const inside = await ScreenReader.beside(panel);
    expect((await inside.read('.panel'))[0]).toBe(`region, echo, ${NOTICE}`);
    await chat.ask('hi');
    await expect
      .poll(async () => (await inside.heard()).map(plain))
      .toEqual([`polite: Message sent. ${NOTICE}`, 'polite: You said: hi']);
  });
});

describe('question and answer', () => {
  it('with the first message, one hears again that a machine answers; then the short answer itself', async () => {
    const { page, hears } = await opened();
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await hears(`polite: Message sent. ${NOTICE}`, 'polite: You said: hi');
    await page.keyboard.type('again');
    await page.keyboard.press('Enter');
    await hears('polite: Message sent.', 'polite: You said: again');
  });

  it('a long answer is announced at its end, and one key leads there to read it part by part', async () => {
    const { page, chat, hears, reads, write, finish } = await opened({ answeredHere: true });
    await askHere(chat, page, 'Tell me');
    await write(`# Bread\n\n- rye\n- spelt\n\n| kind | days |\n|---|---|\n| rye | 7 |\n\n${'Good bread. '.repeat(30)}`);
    await hears(`polite: Message sent. ${NOTICE}`);
    await finish();
    await hears('polite: The answer is ready. Press Alt and Up arrow to read it.');
    await page.keyboard.press('Alt+ArrowUp');
    await hears('article, Assistant');
    const said = await reads('.message-assistant .text');
    expect(said.slice(0, said.indexOf('end of table') + 1).filter((phrase) => !phrase.endsWith('paragraph'))).toEqual([
      'heading, Bread, level 3',
      'list',
      'listitem, level 1, position 1, set size 2',
      'rye',
      'end of listitem, level 1, position 1, set size 2',
      'listitem, level 1, position 2, set size 2',
      'spelt',
      'end of listitem, level 1, position 2, set size 2',
      'end of list',
      'table',
      'rowgroup',
      'row, kind days',
      'columnheader, kind',
      'columnheader, days',
      'end of row, kind days',
      'end of rowgroup',
      'rowgroup',
      'row, rye 7',
      'cell, rye',
      'cell, 7',
      'end of row, rye 7',
      'end of rowgroup',
      'end of table',
    ]);
  });

  it('where the site wants it, each sentence is said when it is there, and none twice', async () => {
    const { page, chat, hears, write, finish } = await opened({
      answeredHere: true,
      attributes: 'data-announce="sentences"',
    });
    await askHere(chat, page, 'How long?');
    await hears(`polite: Message sent. ${NOTICE}`);
    await write('Bread keeps a week. Cake keeps');
    await hears('polite: Bread keeps a week.');
    await write(' a day. Tea keeps for ever.');
    await hears('polite: Cake keeps a day.');
    await finish();
    await hears('polite: Tea keeps for ever.');
  });

  it('where the site wants nothing of the answer said, only sending is', async () => {
    const { page, chat, hears, write, finish } = await opened({
      answeredHere: true,
      attributes: 'data-announce="off"',
    });
    await askHere(chat, page, 'How long?');
    await write('A week.');
    await finish();
    await chat.waitForStatus('complete');
    await hears(`polite: Message sent. ${NOTICE}`);
    await askHere(chat, page, 'And cake?');
    await hears('polite: Message sent.');
  });

  it('an answer that takes its time is said to be on its way', async () => {
    const { page, chat, hears } = await opened({ answeredHere: true });
    await askHere(chat, page, 'How long?');
    await hears(`polite: Message sent. ${NOTICE}`, 'polite: The assistant is writing.');
  });

  it('what is done for it is said while it lasts', async () => {
    const { page, chat, hears, emit } = await opened({ answeredHere: true });
    await askHere(chat, page, 'How long?');
    await emit('status', { id: 's1', label: 'Searching the web', done: false });
    await hears(`polite: Message sent. ${NOTICE}`, 'polite: Searching the web', 'polite: The assistant is writing.');
  });

  it('stopped, it says so, and one can write on', async () => {
    const slow = await PageStage.open({ model: 'slow' });
    const made = await closed({ on: slow });
    await made.chat.open();
    await made.chat.inside.locator('.greeting').waitFor();
    await expect.poll(async () => (await made.reader.heard()).length).toBe(3);
    await made.reader.forget();
    await made.chat.ask('one two three four five six seven eight nine ten eleven twelve');
    await made.chat.waitForText('one two');
    await made.hears(`polite: Message sent. ${NOTICE}`);
    await made.press('Stop the answer');
    await made.hears('button, Stop the answer', FIELD, 'polite: Answer stopped.');
    await slow.close();
  });

  it('a failure interrupts; its reference and the way on are in the conversation', async () => {
    const { page, chat, hears, reads, emit, press } = await opened({ answeredHere: true });
    await askHere(chat, page, 'How long?');
    await emit('error', { code: 'internal', detail: 'Something broke.', ref: 'R-1', retryable: true });
    await hears(`polite: Message sent. ${NOTICE}`, 'assertive: Something broke.');
    expect(await reads('.error')).toEqual([
      'paragraph',
      'Something broke.',
      'end of paragraph',
      'paragraph',
      'Reference',
      'code',
      'R-1',
      'end of code',
      'end of paragraph',
      'button, Try again',
    ]);
    await press('Try again');
    await hears('button, Try again', FIELD, `polite: Message sent. ${NOTICE}`);
  });

  it('without a connection one hears that it waits, and only later that it was sent', async () => {
    const { page, chat, hears } = await opened();
    await page.context().setOffline(true);
    await chat.ask('hi');
    await hears('polite: You are offline. The chat continues when you are back online.');
    await page.context().setOffline(false);
    await hears(`polite: Message sent. ${NOTICE}`, 'polite: You said: hi');
  });

  it('sources are a list of links that name where they lead', async () => {
    const { page, chat, reads, write, finish, emit } = await opened({ answeredHere: true });
    await askHere(chat, page, 'How long?');
    await emit('sources', {
      sources: [
        { id: '1', title: 'Opening hours', url: 'https://www.example.com/hours' },
        { id: '2', title: 'Our handbook' },
      ],
    });
    await write('A week.');
    await finish();
    await chat.inside.locator('.sources').waitFor();
    expect(await reads('.sources')).toEqual([
      'heading, Sources, level 3',
      'list',
      'listitem, level 1, position 1, set size 2',
      'link, Opening hours www.example.com',
      'Opening hours',
      'www.example.com',
      'end of link, Opening hours www.example.com',
      'end of listitem, level 1, position 1, set size 2',
      'listitem, level 1, position 2, set size 2',
      'Our handbook',
      'end of listitem, level 1, position 2, set size 2',
      'end of list',
    ]);
  });

  it('suggested questions are buttons; pressing one asks it, and one can write on', async () => {
    const { hears, reads, press } = await opened({
      site: { texts: { en: { suggestions: ['When are you open?', 'Do you bake rye?'] } } },
    });
    expect(await reads('.suggestions')).toEqual([
      'list',
      'listitem, level 1, position 1, set size 2',
      'button, When are you open?',
      'end of listitem, level 1, position 1, set size 2',
      'listitem, level 1, position 2, set size 2',
      'button, Do you bake rye?',
      'end of listitem, level 1, position 2, set size 2',
      'end of list',
    ]);
    await press('When are you open?');
    await hears(
      'button, When are you open?',
      FIELD,
      `polite: Message sent. ${NOTICE}`,
      'polite: You said: When are you open?',
    );
  });

  it('a picture from elsewhere is said to be one, and what it shows', async () => {
    const { page, chat, hears, write, finish } = await opened({ answeredHere: true });
    await askHere(chat, page, 'Show me');
    await write('Look:\n\n![a loaf of rye](https://pictures.example/rye.png)');
    await hears(`polite: Message sent. ${NOTICE}`);
    await finish();
    await hears('polite: Look: Picture not shown: a loaf of rye pictures.example');
  });

  it('code has its own button, which says that it was copied', async () => {
    const { page, chat, hears, write, finish, press } = await opened({ answeredHere: true });
    await askHere(chat, page, 'Code');
    await write('```js\nlet a;\n```');
    await finish();
    await chat.waitForStatus('complete');
    await hears(`polite: Message sent. ${NOTICE}`, 'polite: js let a;');
    await press('Copy code');
    await hears('button, Copy code', 'polite: Copied');
  });
});

describe('what is done with a message', () => {
  it('copied, it says so', async () => {
    const { hears, ask, press } = await opened();
    await ask('hi');
    await press('Copy answer');
    await hears('button, Copy answer', 'polite: Copied');
  });

  it('answered again, it is said like the first time', async () => {
    const { hears, ask, press } = await opened();
    await ask('hi');
    await press('Answer again');
    // It is the first exchange still.
    await hears('button, Answer again', FIELD, `polite: Message sent. ${NOTICE}`, 'polite: You said: hi');
  });

  it('the question that is edited is in the field, and one hears that it is edited', async () => {
    const { page, hears, ask, press } = await opened();
    await ask('hi');
    await press('Edit the question');
    await hears('button, Edit the question', `${FIELD}, You are editing your last question.`);
    await page.keyboard.type(' there');
    await page.keyboard.press('Enter');
    await hears(`polite: Message sent. ${NOTICE}`, 'polite: You said: hi there');
  });

  it('a good answer is a pressed button, with thanks', async () => {
    const { hears, ask, press, reads } = await opened();
    await ask('hi');
    await press('Good answer');
    await hears('button, Good answer, not pressed', 'polite: Thank you. The site owner can read your rating.');
    expect(await reads('.message-assistant')).toContain('button, Good answer, pressed');
  });

  it('a bad answer is asked about, in a named group, and thanks end it', async () => {
    const { page, hears, ask, press, reads } = await opened();
    await ask('hi');
    await press('Bad answer');
    await hears('button, Bad answer, not pressed', 'radio, Incorrect, not checked, position 1, set size 4');
    expect(await reads('.rating')).toContain('group, What was wrong?');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await hears('button, Bad answer, pressed', 'polite: Thank you. The site owner can read your rating.');
  });
});

describe('the conversations', () => {
  async function listed(...questions: string[]) {
    const made = await opened();
    const { ask, press, hears, page } = made;
    for (const [at, question] of questions.entries()) {
      if (at > 0) {
        await press('New conversation');
        await hears('button, New conversation', FIRST_FIELD);
      }
      await ask(question);
    }
    await press('Conversations');
    await page
      .locator('guichet-chat .entry')
      .nth(questions.length - 1)
      .waitFor();
    await hears('button, Conversations', 'heading, Conversations, level 3');
    return made;
  }

  it('begin at their heading, and each is a button with its name and time', async () => {
    const { reads } = await listed('one');
    const said = (await reads('.conversations ul')).map((phrase) =>
      phrase.replace(/\w+ \d+, \d+, \d+:\d\d [AP]M/, 'TIME'),
    );
    expect(said).toEqual([
      'list, Conversations',
      'listitem, level 1, position 1, set size 1',
      'button, one TIME, current item',
      'one',
      'TIME',
      'end of button, one TIME, current item',
      'button, Rename · one',
      'button, Delete · one',
      'end of listitem, level 1, position 1, set size 1',
      'end of list, Conversations',
    ]);
  });

  it('searched, they say how many were found, or that none was', async () => {
    const { page, hears } = await listed('one', 'two');
    const search = page.locator('guichet-chat').getByRole('searchbox');
    await search.focus();
    await hears('searchbox, Search');
    await page.keyboard.type('zz');
    await hears('polite: Nothing found.');
    await search.fill('tw');
    await hears('polite: 1 conversation found');
  });

  it('renamed in a field that says what for, and one is back at the list', async () => {
    const { page, hears, press } = await listed('one');
    await press('Rename · one');
    await hears('button, Rename · one', 'textbox, Rename, one');
    await page.keyboard.type('Bread');
    await page.keyboard.press('Enter');
    await hears('searchbox, Search');
    expect(await page.locator('guichet-chat .entry bdi').textContent()).toBe('Bread');
  });

  it('deleted only after a question that is heard', async () => {
    const { page, hears, press } = await listed('one');
    await press('Delete · one');
    await hears('button, Delete · one', 'button, Delete, Delete this conversation?');
    await page.keyboard.press('Enter');
    await hears('polite: No conversations yet.', 'searchbox, Search');
  });

  it('all of a visitor is erased only after being told what that means', async () => {
    const { page, hears, press } = await listed('one');
    await press('Erase everything');
    await hears(
      'button, Erase everything',
      'button, Cancel, All your conversations and everything you said about yourself will be erased. This cannot be undone.',
    );
    await page.keyboard.press('Enter');
    await hears('button, Erase everything');
  });
});

describe('before something is sent', () => {
  it('a key in the message is warned of, with a way out that says that it worked', async () => {
    const { chat, hears, press } = await opened();
    await chat.ask(`My key is ${SAMPLE_KEYS['openai-project'](seededRandom(4))}, why?`);
    await hears(
      'group, Before you send',
      'polite: This looks like an OpenAI API key. Do not send keys or passwords in a chat: messages are stored and passed to the assistant.',
    );
    await press('Remove it');
    await hears('button, Remove it', FIRST_FIELD, 'polite: Removed. You can send the rest.');
  });

  it('a file is said to be attached, and to be gone', async () => {
    const { page, hears, press } = await opened();
    await page.locator('guichet-chat input[type=file]').setInputFiles(HOURS);
    await hears('polite: hours.txt attached');
    await press('Remove hours.txt');
    await hears(
      'button, Remove hours.txt',
      'button, Attach files, Pictures, PDF, Word, Excel, PowerPoint and text files. Up to 5 MB each, 4 per question.',
      'polite: hours.txt removed',
    );
  });

  it('a file that is refused says why, and what would be taken', async () => {
    const { page, hears } = await opened();
    await page
      .locator('guichet-chat input[type=file]')
      .setInputFiles({ ...HOURS, name: 'film.mp4', mimeType: 'video/mp4' });
    await hears(
      'polite: film.mp4: This kind of file is not accepted. Accepted: pictures, PDF, Word, Excel, PowerPoint and text files.',
    );
  });

  it('a message that is too long says by how much, whenever one comes to its field', async () => {
    const { page, hears } = await opened({ site: { limits: { messageChars: 5 } } });
    await page.keyboard.type('bread!');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await hears(
      'log, Conversation',
      'textbox, Ask a question, Do not enter health, bank or other sensitive data. 1 character too many, invalid',
    );
  });

  it('what the page says of itself can be read, and left out', async () => {
    const { page, hears, reads, press } = await opened();
    await page.evaluate(() =>
      (window as unknown as { Guichet: { setContext(value: unknown): void } }).Guichet.setContext({
        title: 'Our bread',
        text: 'Rye, 800 g',
      }),
    );
    await page.locator('guichet-chat .page-context').waitFor();
    const said = await reads('.page-context');
    expect(said).toContain('About this page: Our bread · “Rye, 800 g”');
    expect(said).toContain('button, Do not send it');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await hears('button, Do not send it', `${FIRST_FIELD} About this page: Our bread · “Rye, 800 g”`);
    await press('Do not send it');
    await hears('button, Do not send it', FIRST_FIELD);
  });
});

const HOURS = { name: 'hours.txt', mimeType: 'text/plain', buffer: Buffer.from('The shop opens at nine.') };

describe('in the visitor’s language', () => {
  it('French', async () => {
    const { page, hears } = await closed({ locale: 'fr-FR' });
    const notice = 'Une IA vous répond, et non une personne. Elle peut se tromper. Service proposé par localhost.';
    await page.keyboard.press('Tab');
    await hears('button, Ouvrir la discussion, not expanded');
    await page.keyboard.press('Enter');
    await hears(
      dialogNamed('Discussion', notice),
      'textbox, Posez une question, N’indiquez aucune donnée sensible\u202f: santé, banque ou autre.',
    );
    await page.keyboard.type('bonjour');
    await page.keyboard.press('Enter');
    await hears(`polite: Message envoyé. ${notice}`, 'polite: You said: bonjour');
  });

  it('Arabic', async () => {
    const { page, hears } = await closed({ locale: 'ar' });
    const notice = 'يجيب هنا ذكاء اصطناعي، لا إنسان. وقد يخطئ. الخدمة مقدَّمة من localhost.';
    await page.keyboard.press('Tab');
    await hears('button, Chat, not expanded');
    await page.keyboard.press('Enter');
    await hears(
      dialogNamed('دردشة', notice),
      'textbox, اطرح سؤالًا, لا تكتب بيانات صحية أو مصرفية أو غيرها من البيانات الحساسة.',
    );
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await hears(`polite: أُرسلت الرسالة. ${notice}`, 'polite: You said: hi');
  });
});
