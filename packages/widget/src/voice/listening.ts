/**
 * What is said into the microphone, as text: recorded and sent to the server, or heard by the browser itself. Nothing begins
 * by itself, and the microphone is let go as soon as it is over.
 */
import type { PublicSite } from '@guichet/contract/public-site';
import type { Transcription } from '@guichet/contract/visitor-api';
import type { Refusal } from '../connection/refusal.ts';
import type { View } from '../element/view.ts';
import { within } from './within.ts';

/** Why there is no text; `said`: the server's own sentence. */
export class NotHeard extends Error {
  readonly why: 'refused' | 'noMicrophone' | 'nothingHeard' | 'failed';
  readonly said: string | undefined;

  constructor(why: NotHeard['why'], said?: string) {
    super(why);
    this.why = why;
    this.said = said;
  }
}

export interface Listening {
  /** The text of it; undefined when it was cancelled. Rejects with `NotHeard`. */
  text: Promise<string | undefined>;
  /** Enough was said. */
  finish(): void;
  cancel(): void;
}

export interface ListeningNews {
  /** The microphone is on: somebody may have been asked first. */
  started(): void;
  /** It is off, and the text is being made. */
  finished(): void;
}

export interface Hearing {
  by: 'site' | 'browser';
  listen(tell: ListeningNews): Listening;
}

/** Once the server said that it cannot, the browser does it for the rest of this page. */
const failedServers = new WeakSet<View>();

type Recognition = EventTarget & {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
  abort(): void;
};

interface WindowWithRecognition {
  SpeechRecognition?: new () => Recognition;
  webkitSpeechRecognition?: new () => Recognition;
}

/** @returns undefined where nobody can hear: no button then */
export function hearingOf(view: View): Hearing | undefined {
  const rules = view.chat.site.value?.voice;
  if (!rules) return undefined;
  // Pages that are not secure get no microphone, and a page's policy may give it to nobody.
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  if (featurePolicy?.allowsFeature('microphone') === false) return undefined;
  const records = typeof MediaRecorder === 'function' && navigator.mediaDevices?.getUserMedia !== undefined;
  if (rules.transcription && records && !failedServers.has(view))
    return { by: 'site', listen: (tell) => record(view, rules, tell) };
  const { SpeechRecognition, webkitSpeechRecognition } = window as WindowWithRecognition;
  const Recogniser = SpeechRecognition ?? webkitSpeechRecognition;
  if (!rules.browser || !Recogniser) return undefined;
  return { by: 'browser', listen: (tell) => recognise(new Recogniser(), view, tell) };
}

/** Of what browsers record, the first that this one can. Opus and AAC at 32 kbit/s are clear speech. */
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];
const BITS_PER_SECOND = 32_000;
/** A slow engine on a slow network. The server gives up before. */
const ANSWER_WITHIN_MS = 100_000;

function record(view: View, { maxSeconds, browser }: NonNullable<PublicSite['voice']>, tell: ListeningNews): Listening {
  const ended = new AbortController();
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  async function text(): Promise<string | undefined> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: Error) => {
      throw new NotHeard(error.name === 'NotFoundError' ? 'noMicrophone' : 'refused');
    });
    try {
      if (ended.signal.aborted) return undefined;
      const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      const recorder = new MediaRecorder(stream, {
        audioBitsPerSecond: BITS_PER_SECOND,
        ...(mimeType && { mimeType }),
      });
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const stopped = new Promise<void>((resolve) => {
        recorder.onstop = () => resolve();
        recorder.onerror = () => resolve();
      });
      const timer = setTimeout(finish, maxSeconds * 1_000);
      // Unplugged.
      for (const track of stream.getTracks()) track.onended = finish;
      recorder.start();
      tell.started();
      await finished;
      clearTimeout(timer);
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      letGo(stream);
      if (ended.signal.aborted) return undefined;
      tell.finished();
      return await sent(new Blob(pieces, { type: recorder.mimeType }));
    } finally {
      letGo(stream);
    }
  }

  async function sent(sound: Blob): Promise<string | undefined> {
    if (sound.size === 0) throw new NotHeard('nothingHeard');
    try {
      const response = await view.chat.own('/transcriptions', {
        method: 'POST',
        signal: within(ANSWER_WITHIN_MS, ended.signal),
        via: (address, init) =>
          fetch(address, { ...init, body: sound, headers: { ...init?.headers, 'Content-Type': sound.type } }),
      });
      const { text: heard } = (await response.json()) as Transcription;
      if (heard === '') throw new NotHeard('nothingHeard');
      return heard;
    } catch (thrown) {
      if (ended.signal.aborted) return undefined;
      if (thrown instanceof NotHeard) throw thrown;
      const { code, detail } = (thrown as Partial<Refusal>).failure ?? {};
      if (code === 'voice-unavailable' && browser) failedServers.add(view);
      throw new NotHeard('failed', detail);
    }
  }

  return {
    text: text(),
    finish,
    cancel() {
      ended.abort();
      finish();
    },
  };
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}

const REFUSED = ['not-allowed', 'service-not-allowed'];

function recognise(recogniser: Recognition, { locale }: View, tell: ListeningNews): Listening {
  let isCancelled = false;
  let heard = '';
  let why: NotHeard['why'] | undefined;
  recogniser.lang = locale.value;
  const text = new Promise<string | undefined>((resolve, reject) => {
    recogniser.addEventListener('result', (event) => {
      const { results } = event as Event & { results: ArrayLike<ArrayLike<{ transcript: string }>> };
      heard = Array.from(results, (result) => result[0]?.transcript ?? '').join(' ');
    });
    recogniser.addEventListener('start', () => tell.started());
    recogniser.addEventListener('speechend', () => tell.finished());
    recogniser.addEventListener('error', (event) => {
      const { error } = event as Event & { error: string };
      if (REFUSED.includes(error)) why = 'refused';
      else if (error === 'audio-capture') why = 'noMicrophone';
      else why = error === 'no-speech' ? 'nothingHeard' : 'failed';
    });
    recogniser.addEventListener('end', () => {
      if (isCancelled) resolve(undefined);
      else if (heard.trim() !== '') resolve(heard.trim());
      else reject(new NotHeard(why ?? 'nothingHeard'));
    });
    try {
      recogniser.start();
    } catch {
      reject(new NotHeard('failed'));
    }
  });
  return {
    text,
    finish: () => recogniser.stop(),
    cancel() {
      isCancelled = true;
      recogniser.abort();
    },
  };
}
