import { signal } from '@preact/signals';
import { currentPath, DIAGNOSIS_PATH } from '../address.ts';
import { currentTexts } from '../text/texts.ts';
import { Icon } from './icon.tsx';

/** What somebody left the diagnosis to mend, in the doctor's sentence. */
const mending = signal<string | undefined>(undefined);

export function goesToMend(what: string): void {
  mending.value = what;
}

export function isBackFromMending(): void {
  mending.value = undefined;
}

/** Stands above every page until one is back: what one came to mend, and the way to see whether it is. */
export function WayBack() {
  const what = mending.value;
  if (what === undefined || currentPath() === DIAGNOSIS_PATH) return null;
  const words = currentTexts().diagnosis;
  return (
    <aside class="way-back" aria-label={words.title}>
      <p>{words.toMend({ what })}</p>
      <a class="button second" href={DIAGNOSIS_PATH}>
        <Icon name="diagnosis" />
        {words.seeWhether}
      </a>
    </aside>
  );
}
