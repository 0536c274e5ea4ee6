/** Puts settings in force while the server runs: those read again from environment and files, and those of the console. */
import type { Logger } from '../observe/logger.ts';
import type { ConsoleSettings } from './console-settings.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Settings } from './read-settings.ts';
import { settingsThatNeedRestart } from './settings-that-need-restart.ts';
import type { SettingTexts } from './text/setting-texts.ts';
import { tooWideRanges } from './too-wide-ranges.ts';

export interface ChangeOptions {
  /** An operator wants it this way now: what is no longer given is let go of. */
  onPurpose?: boolean;
}

export interface SettingsInForceParts {
  live: LiveSettings;
  consoleSettings: ConsoleSettings;
  /** Tells whoever keeps something that follows from settings; `live` holds the new ones. */
  onChange: (before: Settings, options: ChangeOptions) => Promise<void>;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  texts: () => {
    settings: SettingTexts;
    server: { settings: { readAgain: string; needRestart: (names: string) => string } };
  };
}

export class SettingsInForce {
  readonly #parts: SettingsInForceParts;

  constructor(parts: SettingsInForceParts) {
    this.#parts = parts;
  }

  /** At the start: nobody keeps anything yet. */
  async begin(): Promise<void> {
    await this.#holdConsoleSettings();
    this.#nameWideProxies();
  }

  /** Environment and files were read again. */
  async reload(given: Settings): Promise<void> {
    const { live, logger, texts } = this.#parts;
    const before = live.settings;
    this.#nameProblems(live.give(given));
    this.#nameWideProxies();
    logger.info(texts().server.settings.readAgain);
    await this.#changed(before);
  }

  /** What the console holds may be something else now. */
  async readConsole(options: ChangeOptions = {}): Promise<void> {
    const before = this.#parts.live.settings;
    await this.#holdConsoleSettings();
    await this.#changed(before, options);
  }

  async #changed(before: Settings, options: ChangeOptions = {}): Promise<void> {
    const { live, logger, texts, onChange } = this.#parts;
    const restart = settingsThatNeedRestart(before, live.settings);
    if (restart.length > 0) logger.warn(texts().server.settings.needRestart(restart.join(', ')));
    await onChange(before, options);
  }

  async #holdConsoleSettings(): Promise<void> {
    const { live, consoleSettings } = this.#parts;
    this.#nameProblems(live.hold(await consoleSettings.read()));
  }

  #nameProblems(problems: readonly string[]): void {
    const { logger, texts } = this.#parts;
    for (const problem of problems) logger.error(texts().settings.storedProblem(problem));
  }

  #nameWideProxies(): void {
    const { live, logger, texts } = this.#parts;
    const ranges = tooWideRanges(live.settings.trustedProxies.value);
    if (ranges.length > 0) logger.warn(texts().settings.proxiesTooWide(ranges.join(', ')));
  }
}
