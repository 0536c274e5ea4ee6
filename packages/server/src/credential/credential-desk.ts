/**
 * Everything about the credential in one place: which one counts, its watch, its swap, and what is said about it. The
 * practice server stands in as long as there is no address of an Open WebUI.
 */

import type { Recognition } from '@guichet/keys';
import type { OpenWebUiClient, UpstreamTarget } from '@guichet/openwebui/client';
import type { PracticeServer } from '@guichet/openwebui/practice';
import type { Logger } from '../observe/logger.ts';
import type { Notice } from '../observe/webhook.ts';
import { type CredentialCandidate, chooseCredential, type OverriddenCredential } from '../safe/choose-credential.ts';
import type { Settings } from '../settings/read-settings.ts';
import { CredentialKeeper, type SwapResult } from './credential-keeper.ts';
import { eventNotice, type NoticeTexts, swapNotice } from './credential-notices.ts';
import { type CredentialEvent, CredentialWatch } from './credential-watch.ts';
import type { CredentialOrigin, HeldCredential } from './held-credential.ts';
import { judgeCredential } from './judge-credential.ts';
import { isCredentialRefusal } from './refusal-causes.ts';

/** A credential that an operator gave in the console, with the address it is for. */
export interface ConsoleCredential {
  baseUrl: string;
  credential: string;
}

export interface CredentialDeskParts {
  makeClient: (target: () => UpstreamTarget | undefined) => OpenWebUiClient;
  /** The console's credential from the safe; undefined when there is none, or none that can be opened. */
  fromConsole: () => Promise<ConsoleCredential | undefined>;
  logger: Logger;
  tell: (notice: Notice) => Promise<void>;
  /** In the language of the log, which can change. */
  texts: () => NoticeTexts;
  salt: string;
  now: () => number;
  /** For what waits and expires. */
  steady?: () => number;
}

/** Why there is no credential to ask with. */
export type CredentialLack =
  | { kind: 'key-missing' }
  /** What the settings hold is no credential of Open WebUI. */
  | { kind: 'key-unusable'; recognition: Recognition };

/** Between two tries of a new credential while Open WebUI is away. */
const RETRY_MS = 15_000;

interface Effective {
  target: UpstreamTarget;
  origin: CredentialOrigin;
}

export class CredentialDesk {
  readonly keeper: CredentialKeeper;
  readonly watch: CredentialWatch;
  readonly #parts: CredentialDeskParts;
  #settings: Settings;
  #practice: PracticeServer | undefined;
  #lack: CredentialLack | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #overrides: readonly OverriddenCredential[] = [];
  readonly #listeners = new Set<(event: CredentialEvent) => void>();

  constructor(settings: Settings, parts: CredentialDeskParts) {
    this.#settings = settings;
    this.#parts = parts;
    this.keeper = new CredentialKeeper({ makeClient: parts.makeClient, salt: parts.salt, now: parts.now });
    this.watch = new CredentialWatch({
      keeper: this.keeper,
      now: parts.now,
      ...(parts.steady && { steady: parts.steady }),
      onEvent: (event) => {
        this.#announce(eventNotice(event, parts.texts()));
        for (const listener of this.#listeners) listener(event);
      },
    });
  }

  /** The practice server's version while it answers. */
  get practiceVersion(): string | undefined {
    return this.keeper.held?.origin === 'practice' ? this.#practice?.version : undefined;
  }

  /**
   * Who answers visitors although the settings' own address and key do not: the practice server, or the former ones,
   * which stay in use until new ones are accepted.
   */
  get answersMeanwhile(): 'practice' | 'former' | undefined {
    const { held } = this.keeper;
    if (!held || this.watch.state.kind === 'refused') return undefined;
    if (held.origin === 'practice') return 'practice';
    return this.#isWritten(held) ? undefined : 'former';
  }

  /** The settings or the console hold just what is in use. */
  #isWritten({ target, origin }: HeldCredential): boolean {
    const { openWebUiUrl, openWebUiApiKey } = this.#settings;
    if (target.baseUrl !== openWebUiUrl.value) return false;
    if (origin === 'console') return true;
    const judged = judgeCredential(openWebUiApiKey.value ?? '', this.#parts.salt, new Date(this.#parts.now()));
    return judged.kind === 'usable' && judged.value === target.credential;
  }

  /** Open WebUI's address as the settings give it; undefined in practice mode. */
  get baseUrl(): string | undefined {
    return this.#settings.openWebUiUrl.value;
  }

  /** Why nothing is held; undefined when something is. */
  get lack(): CredentialLack | undefined {
    return this.keeper.held ? undefined : (this.#lack ?? { kind: 'key-missing' });
  }

  /** Credentials from other sources that do not count while this one does. */
  get overrides(): readonly OverriddenCredential[] {
    return this.#overrides;
  }

  /** Told of what the watch finds, after it was announced. */
  onEvent(listener: (event: CredentialEvent) => void): void {
    this.#listeners.add(listener);
  }

  /** Takes what the sources have, without asking, and begins to watch it. */
  async open(): Promise<void> {
    const effective = await this.#effective();
    if (effective) this.keeper.begin(effective.target, effective.origin);
    this.watch.start();
  }

  /**
   * The settings were read again, or the console changed: probes what counts now and changes over to it.
   * @param options.onPurpose an operator wants it this way: what is no longer given is let go of, whatever gave it
   * @returns undefined when there is nothing to change to; what was held then stays, as a file may be half written
   */
  async refresh(
    settings: Settings = this.#settings,
    options: { onPurpose?: boolean } = {},
  ): Promise<SwapResult | undefined> {
    this.#settings = settings;
    clearTimeout(this.#retryTimer);
    const effective = await this.#effective();
    if (!effective) {
      if (this.#lack?.kind === 'key-unusable') this.#announceUnusable(this.#lack.recognition);
      await this.#releaseIfGone(options.onPurpose);
      if (options.onPurpose) await this.#practiseIfNothingIsSetUp();
      return undefined;
    }
    const held = this.keeper.held;
    const result = await this.keeper.swap(effective.target, effective.origin);
    if (result.kind === 'refused' && !isCredentialRefusal(result.failure.cause)) this.#retryLater();
    // The console's credential was taken back on purpose: what counts now is used, and watched, though it is refused.
    if (result.kind === 'refused' && held?.origin === 'console' && effective.origin !== 'console') {
      this.keeper.begin(effective.target, effective.origin);
    }
    const notice = swapNotice(result, this.#parts.texts());
    if (notice) this.#announce(notice);
    if (result.kind === 'swapped') this.watch.answered();
    if (result.kind !== 'refused') await this.#closePracticeIfUnused();
    return result;
  }

  /**
   * The console gives a credential: probed first, and kept only when Open WebUI takes it.
   * @param keep puts it into the safe; when that fails, the change is undone and the error goes on
   */
  async replace(target: UpstreamTarget, keep: () => Promise<void>): Promise<SwapResult> {
    const before = this.keeper.held;
    const result = await this.keeper.swap(target, 'console');
    const notice = swapNotice(result, this.#parts.texts());
    if (notice) this.#announce(notice);
    if (result.kind === 'refused') return result;
    try {
      await keep();
    } catch (error) {
      if (before) this.keeper.begin(before.target, before.origin);
      throw error;
    }
    await this.#effective();
    // The probe has just proved it.
    if (result.kind === 'swapped') this.watch.answered();
    return result;
  }

  /** Open WebUI was away when a new credential was tried: that says nothing about it, so it is tried again. */
  #retryLater(): void {
    this.#retryTimer = setTimeout(() => {
      this.refresh().catch((error: unknown) => {
        this.#parts.logger.error({ err: error }, 'Guichet could not test the key or token again.');
      });
    }, RETRY_MS).unref();
  }

  #announceUnusable(recognition: Recognition): void {
    const { credential, causes } = this.#parts.texts();
    const text = credential.swapRefused(causes[recognition.cause ?? 'key-malformed']);
    this.#announce({ event: 'credential-swap-refused', severity: 'warn', text });
  }

  async close(): Promise<void> {
    clearTimeout(this.#retryTimer);
    this.watch.stop();
    await this.#practice?.close();
  }

  async #effective(): Promise<Effective | undefined> {
    const baseUrl = this.#settings.openWebUiUrl.value;
    this.#lack = undefined;
    // Practice is for a start without any Open WebUI. A site that has one must not fall back to it because a settings
    // file was read while it was being written.
    const held = this.keeper.held?.origin;
    if (baseUrl === undefined) return held === undefined || held === 'practice' ? this.#practiceTarget() : undefined;
    const chosen = chooseCredential(await this.#candidates(baseUrl), this.#parts.salt);
    this.#overrides = chosen?.overrides ?? [];
    if (!chosen) return undefined;
    const judged = judgeCredential(chosen.value, this.#parts.salt, new Date(this.#parts.now()));
    if (judged.kind === 'usable') {
      return { target: { baseUrl, credential: judged.value }, origin: chosen.origin.kind };
    }
    this.#lack = { kind: 'key-unusable', recognition: judged.recognition };
    return undefined;
  }

  async #candidates(baseUrl: string): Promise<CredentialCandidate[]> {
    const fromConsole = await this.#parts.fromConsole();
    const { value, origin, overridden } = this.#settings.openWebUiApiKey;
    const fromSettings = [{ value, origin }, ...overridden].flatMap((one) =>
      one.value === undefined || one.origin.kind === 'default' ? [] : [{ value: one.value, origin: one.origin }],
    );
    // A credential goes to the address it was given for and to no other, however the address came to change.
    if (fromConsole?.baseUrl !== baseUrl) return fromSettings;
    return [{ origin: { kind: 'console' }, value: fromConsole.credential }, ...fromSettings];
  }

  async #practiceTarget(): Promise<Effective> {
    if (!this.#practice) {
      // Loaded only here: with an Open WebUI of one's own the practice server would only take memory.
      const { startPractice } = await import('@guichet/openwebui/practice');
      this.#practice = await startPractice({ demo: true });
    }
    const { state, url } = this.#practice;
    const credential =
      this.keeper.held?.origin === 'practice' ? this.keeper.held.target.credential : state.makeKey(state.addAccount());
    return { target: { baseUrl: url, credential }, origin: 'practice' };
  }

  /** What the console or the practice server gave ends with it; what the settings gave stays until they give another. */
  async #releaseIfGone(onPurpose = false): Promise<void> {
    const origin = this.keeper.held?.origin;
    if (origin === undefined || (!onPurpose && origin !== 'practice' && origin !== 'console')) return;
    this.keeper.release();
    await this.#closePracticeIfUnused();
  }

  async #practiseIfNothingIsSetUp(): Promise<void> {
    if (this.baseUrl !== undefined) return;
    const { target, origin } = await this.#practiceTarget();
    this.keeper.begin(target, origin);
  }

  async #closePracticeIfUnused(): Promise<void> {
    if (!this.#practice || this.keeper.held?.origin === 'practice') return;
    const practice = this.#practice;
    this.#practice = undefined;
    await practice.close();
  }

  #announce(notice: Notice): void {
    this.#parts.logger[notice.severity]({ event: notice.event }, notice.text);
    void this.#parts.tell(notice);
  }
}
