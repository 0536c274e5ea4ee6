/** Speech by Open WebUI, for the visitors of sites that have it switched on: what it offers, and doing it. */
import { setTimeout as pause } from 'node:timers/promises';
import { MAX_MESSAGE_CHARS, MAX_RECORDING_SECONDS } from '@guichet/contract/limits';
import type { PublicSite } from '@guichet/contract/public-site';
import { spokenPieces } from '@guichet/contract/spoken-pieces';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { OpenWebUiClient, SpokenText, UpstreamResult, VoiceOffer } from '@guichet/openwebui/client';
import { ProblemError } from '../http/problem-response.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { Storage } from '../storage/storage.ts';
import { recordingTypeOf } from './recording-type.ts';

/** What Open WebUI offers is asked for anew after so long: an administrator may have changed it. */
const OFFER_KEPT_MS = 5 * 60_000;
/** What could not be asked is asked again after so long. */
const FAILURE_KEPT_MS = 10_000;
/** What a widget waits for it; it can be drawn without, and offers no speech then. */
const OFFER_WAIT_MS = 1_500;
/** Recordings and pieces of answers that Open WebUI has in hand at the same time. Beyond: 503 `server-busy`. */
const VOICE_AT_A_TIME = 16;

const NOTHING: VoiceOffer = { transcription: false, speech: false };

export interface VoiceDeskParts {
  client: Pick<OpenWebUiClient, 'voiceOffer' | 'transcribe' | 'readAloud'>;
  storage: Pick<Storage, 'readFollowUps'>;
  /** The practice server hears nothing that is said. */
  practice: () => boolean;
  /** Monotonic milliseconds. */
  clock?: () => number;
}

interface Asked {
  offer: Promise<VoiceOffer>;
  /** Unset while the answer is on its way. */
  until?: number;
}

export class VoiceDesk {
  readonly #parts: VoiceDeskParts;
  readonly #clock: () => number;
  #asked: Asked | undefined;
  #inHand = 0;

  constructor(parts: VoiceDeskParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? (() => performance.now());
  }

  /** What visitors of this site can do; undefined where that is nothing. */
  async ofSite(site: SiteContext): Promise<PublicSite['voice']> {
    if (site.voice === 'off') return undefined;
    const offer = (await Promise.race([this.#offer(), pause(OFFER_WAIT_MS, undefined, { ref: false })])) ?? NOTHING;
    const browser = site.voice === 'any';
    if (!offer.transcription && !offer.speech && !browser) return undefined;
    return { ...offer, browser, maxSeconds: MAX_RECORDING_SECONDS };
  }

  /** Another key may be allowed other things. */
  forget(): void {
    this.#asked = undefined;
  }

  /** @throws ProblemError where the site offers none of it */
  async expect(site: SiteContext, what: keyof VoiceOffer): Promise<void> {
    if (site.voice === 'off' || !(await this.#offer())[what]) throw new ProblemError('voice-unavailable');
  }

  /** @returns what is said in it; empty where nothing is. @throws ProblemError with the reason in its code */
  async transcribe(bytes: Uint8Array, language: VisitorLocale): Promise<string> {
    const type = recordingTypeOf(bytes);
    if (!type) throw new ProblemError('recording-unusable');
    const heard = await this.#oneMore(() => this.#parts.client.transcribe({ ...type, bytes, language }));
    return heard.slice(0, MAX_MESSAGE_CHARS).toWellFormed();
  }

  /**
   * @param spend called before an engine is asked
   * @returns undefined after the last piece. @throws ProblemError where this visitor has no such answer
   */
  async readAloud(
    messageId: string,
    visitorId: string,
    piece: number,
    spend: () => Promise<void>,
  ): Promise<SpokenText | undefined> {
    const state = await this.#parts.storage.readFollowUps(messageId, visitorId);
    if (!state) throw new ProblemError('not-found');
    const text = spokenPieces(state.answer)[piece];
    if (text === undefined) return undefined;
    await spend();
    return this.#oneMore(() => this.#parts.client.readAloud(text));
  }

  async #oneMore<Value>(ask: () => Promise<UpstreamResult<Value>>): Promise<Value> {
    if (this.#inHand >= VOICE_AT_A_TIME) throw new ProblemError('server-busy', { retryAfter: 5 });
    this.#inHand++;
    try {
      const result = await ask();
      if (!result.ok) throw new ProblemError('voice-unavailable', { cause: new Error(result.failure.cause) });
      return result.value;
    } finally {
      this.#inHand--;
    }
  }

  /** One question for all who ask meanwhile. */
  #offer(): Promise<VoiceOffer> {
    if (this.#parts.practice()) return Promise.resolve(NOTHING);
    const asked = this.#asked;
    if (asked && (asked.until === undefined || this.#clock() < asked.until)) return asked.offer;
    const mine: Asked = {
      offer: this.#parts.client.voiceOffer().then((answer) => {
        mine.until = this.#clock() + (answer.ok ? OFFER_KEPT_MS : FAILURE_KEPT_MS);
        return answer.ok ? answer.value : NOTHING;
      }),
    };
    this.#asked = mine;
    return mine.offer;
  }
}
