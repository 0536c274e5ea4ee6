/** Says results aloud to people who do not see the page change. One region for the whole console, there from the start. */
import { signal } from '@preact/signals';

const said = signal('');

/** How long a sentence stands: long enough to be read out, short enough that the same one later is news again. */
const STANDS_MS = 6_000;

let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  clearTimeout(timer);
  said.value = text;
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
