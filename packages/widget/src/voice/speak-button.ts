import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { element, iconButton } from '../on-demand/elements.ts';
import { hearingOf, type Listening, NotHeard } from './listening.ts';
import { VOICE_STYLE } from './voice-style.ts';
import { voiceTextsOf } from './voice-texts.ts';

const MICROPHONE = 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3ZM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21';
const TICK = 'M5 12.5l4.5 4.5L19 7.5';
const CROSS = 'M6 6l12 12M18 6 6 18';

const dressed = new WeakSet<Node>();

/** The microphone beside the field: pressed, it listens; the text comes into the field, and is sent by nobody but the visitor. */
export function drawSpeakButton(place: HTMLElement, view: View): () => void {
  const root = place.getRootNode();
  if (root instanceof ShadowRoot && !dressed.has(root)) {
    dressed.add(root);
    adoptStyle(root, VOICE_STYLE);
  }
  const texts = () => voiceTextsOf(view.texts.value);
  const left = new AbortController();
  let listening: Listening | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const speak = iconButton('', MICROPHONE, () => void (listening ? listening.finish() : listen()));
  speak.classList.add('speak');
  speak.setAttribute('aria-describedby', 'speak-hint');
  const hint = element('span', { id: 'speak-hint', class: 'unseen' });
  const words = element('span');
  const passed = element('time');
  const finish = iconButton('', TICK, () => listening?.finish());
  const cancel = iconButton('', CROSS, () => listening?.cancel());
  const row = element('div', { class: 'listening', hidden: '' }, element('i'), words, passed, cancel, finish);
  const said = element('p', { class: 'voice-said', role: 'status' });

  function name(): void {
    const all = texts();
    const by = hearingOf(view)?.by;
    hint.textContent = by === 'browser' ? all.toBrowser : all.toSite;
    for (const [control, text] of [
      [speak, all.speak],
      [finish, all.finish],
      [cancel, all.cancel],
    ] as const) {
      control.ariaLabel = text;
      control.title = control === speak ? `${text}. ${hint.textContent}` : text;
    }
    speak.hidden = by === undefined;
  }

  function show(state: 'quiet' | 'recording' | 'writing'): void {
    clearInterval(ticking);
    row.hidden = state === 'quiet';
    row.classList.toggle('writing', state === 'writing');
    finish.hidden = state === 'writing';
    speak.setAttribute('aria-pressed', String(state === 'recording'));
    passed.textContent = '';
    if (state === 'quiet') return;
    words.textContent = state === 'recording' ? texts().recording : texts().writing;
    say(words.textContent, true);
    if (state === 'writing') return;
    const since = Date.now();
    const tick = () => {
      const seconds = Math.floor((Date.now() - since) / 1_000);
      passed.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    };
    tick();
    ticking = setInterval(tick, 500);
  }

  /** @param isSeen it can be seen anyway, and is only to be heard */
  function say(text: string, isSeen = false): void {
    said.classList.toggle('unseen', isSeen);
    said.textContent = text;
  }

  async function listen(): Promise<void> {
    const hearing = hearingOf(view);
    if (!hearing) return;
    say('');
    const field = place.closest('form')?.querySelector<HTMLTextAreaElement>('.input');
    const mine = hearing.listen({
      started() {
        show('recording');
        // For those who go by keys: what ends it is at hand.
        finish.focus();
      },
      finished: () => show('writing'),
    });
    listening = mine;
    try {
      const text = await mine.text;
      if (text === undefined) say(texts().cancelled, true);
      else {
        const { draft } = view.chat;
        draft.value = [draft.value.trimEnd(), text].filter(Boolean).join(' ');
        say(texts().written, true);
      }
    } catch (thrown) {
      const { why, said: sentence } = thrown instanceof NotHeard ? thrown : new NotHeard('failed');
      say(sentence ?? texts()[why]);
    }
    listening = undefined;
    show('quiet');
    name();
    if (left.signal.aborted) return;
    if (speak.hidden || said.classList.contains('unseen')) field?.focus();
    else speak.focus();
  }

  const stopNaming = view.texts.subscribe(name);
  show('quiet');
  place.append(row, said, speak, hint);
  // As everywhere, Escape takes back what has begun; it does not close the chat then.
  place.closest('form')?.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !listening) return;
      event.preventDefault();
      event.stopPropagation();
      listening.cancel();
    },
    { signal: left.signal },
  );
  const stopWatching = view.isOpen.subscribe((isOpen) => {
    if (!isOpen) listening?.cancel();
  });
  return () => {
    left.abort();
    listening?.cancel();
    clearInterval(ticking);
    stopNaming();
    stopWatching();
  };
}
