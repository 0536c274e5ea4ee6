/** Says results aloud to people who do not see the page change. One region for the whole console, there from the start. */
import { signal } from '@preact/signals';

const said = signal('');

/** How long a sentence stands: long enough to be read out, short enough that the same one later is news again. */
const STANDS_MS = 6_000;

/** What comes sooner than this after another sentence joins it instead of taking its place. */
const TOGETHER_MS = 1_500;

let timer: ReturnType<typeof setTimeout> | undefined;
let saidAt = 0;

export function announce(text: string): void {
  clearTimeout(timer);
  const now = Date.now();
  const isTogether = said.value !== '' && now - saidAt < TOGETHER_MS;
  if (!isTogether) said.value = text;
  else if (!said.value.includes(text)) said.value = `${said.value} ${text}`;
  saidAt = now;
  timer = setTimeout(() => {
    said.value = '';
  }, STANDS_MS);
}

export function Announcer() {
  return (
    <div class="unseen" role="status">
      {said.value}
    </div>
  );
}
