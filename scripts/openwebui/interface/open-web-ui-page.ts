/** Open WebUI's own interface in a real browser, as somebody uses it who is signed in as the service account. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** What a person sees of an answer. */
export interface SeenAnswer {
  text: string;
  /** Sources as the list under the answer shows them: by address, else by name. */
  sources: string[];
  pictures: number;
  /** The line above the text: what a tool says of itself. */
  status: string;
  followUps: string[];
}

/** Start of the interface on a busy machine. */
const OPEN_LIMIT_MS = 60_000;
/** Until a page that was loaded asks nothing more. */
const QUIET_LIMIT_MS = 3_000;
/** An answer with its follow-up questions. */
const ANSWER_LIMIT_MS = 60_000;

export class OpenWebUiPage {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #baseUrl: string;

  private constructor(browser: Browser, page: Page, baseUrl: string) {
    this.#browser = browser;
    this.#page = page;
    this.#baseUrl = baseUrl;
  }

  static async open(executablePath: string, baseUrl: string, token: string): Promise<OpenWebUiPage> {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1300, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript((session) => {
      localStorage.setItem('token', session);
      // No window with what is new lies over the chat.
      localStorage.setItem('version', '9.9.9');
    }, token);
    return new OpenWebUiPage(browser, page, baseUrl);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** A temporary chat, as Guichet's are: asks one question after the other, and looks at the last answer. */
  async ask(model: string, questions: readonly string[], followUps = false): Promise<SeenAnswer> {
    // The model's tools are taken over when the list of tools has come; a question before that goes without them.
    await Promise.all([
      this.#page.waitForResponse((reply) => new URL(reply.url()).pathname === '/api/v1/tools/', {
        timeout: OPEN_LIMIT_MS,
      }),
      this.#page.goto(`${this.#baseUrl}/?model=${model}&temporary-chat=true`),
    ]);
    const input = this.#page.locator('#chat-input');
    await input.waitFor({ timeout: OPEN_LIMIT_MS });
    await this.#page.waitForLoadState('networkidle', { timeout: QUIET_LIMIT_MS }).catch(() => undefined);
    for (const [place, question] of questions.entries()) {
      await input.click();
      await this.#page.keyboard.insertText(question);
      await this.#page.keyboard.press('Enter');
      // The buttons under an answer come when it has ended.
      await this.#page.locator('.copy-response-button').nth(place).waitFor({ timeout: ANSWER_LIMIT_MS });
    }
    return this.#lastAnswer(followUps);
  }

  async #lastAnswer(followUps: boolean): Promise<SeenAnswer> {
    const answer = this.#page.locator('.chat-assistant').last();
    const content = answer.locator('#response-content-container');
    const parts = await content.locator('.markdown-prose').allInnerTexts();
    return {
      text: parts.join('\n').replace(/\s+/g, ' ').trim(),
      sources: await this.#sourcesOf(answer),
      pictures: await this.#picturesOf(answer),
      status: (
        await answer
          .locator('.status-description')
          .first()
          .innerText({ timeout: 200 })
          .catch(() => '')
      ).trim(),
      followUps: followUps ? await this.#followUps() : [],
    };
  }

  async #sourcesOf(answer: Locator): Promise<string[]> {
    const toggle = answer.locator('button[aria-label^="Toggle"][aria-label*="source"]').first();
    if ((await toggle.count()) === 0) return [];
    await toggle.click();
    const entries = answer.locator('[id^="source-"]');
    await entries.first().waitFor({ timeout: 5_000 });
    const titles = await entries.allInnerTexts();
    return titles.map((title) => title.replace(/\s+/g, ' ').replace(/^\d+ /, '').trim());
  }

  /** Pictures come a moment after the text. */
  async #picturesOf(answer: Locator): Promise<number> {
    return answer.locator('img[src*="/files/"]').count();
  }

  async #followUps(): Promise<string[]> {
    const first = this.#page.getByText('What about tomorrow?').first();
    await first.waitFor({ timeout: ANSWER_LIMIT_MS }).catch(() => undefined);
    return ['What about tomorrow?', 'And in Lyon?'].filter(
      async (text) => (await this.#page.getByText(text).count()) > 0,
    );
  }
}
