/** The settings in force: what environment and files gave, with what the console holds before it. */
import type { HeldSettings } from './console-settings.ts';
import { overlaySettings } from './overlay-settings.ts';
import type { Settings } from './read-settings.ts';

export class LiveSettings {
  #given: Settings;
  #held: HeldSettings = {};
  #settings: Settings;

  constructor(given: Settings) {
    this.#given = given;
    this.#settings = given;
  }

  /** Those in force. */
  get settings(): Settings {
    return this.#settings;
  }

  /** Without what the console holds. */
  get given(): Settings {
    return this.#given;
  }

  /** Environment and files were read again. @returns a sentence for each value of the console that does not count */
  give(given: Settings): string[] {
    this.#given = given;
    return this.#overlay();
  }

  /** The console holds something else. @returns a sentence for each value of the console that does not count */
  hold(held: HeldSettings): string[] {
    this.#held = held;
    return this.#overlay();
  }

  #overlay(): string[] {
    const { settings, problems } = overlaySettings(this.#given, this.#held);
    this.#settings = settings;
    return problems;
  }
}
