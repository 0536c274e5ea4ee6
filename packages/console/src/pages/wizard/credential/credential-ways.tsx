import type { Signal } from '@preact/signals';
import { wizardTexts } from '../../../text/wizard/texts.ts';

const WAYS = ['set-up', 'sign-in', 'key'] as const;

export type CredentialWay = (typeof WAYS)[number];

/** Three ways to a key, the one that takes most off one's hands first. Nothing is chosen beforehand. */
export function CredentialWays({ way }: { way: Signal<CredentialWay | undefined> }) {
  const words = wizardTexts().credential;
  return (
    <fieldset class="choices">
      <legend>{words.ways}</legend>
      {WAYS.map((one) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name="credential-way"
            checked={way.value === one}
            aria-describedby={`way-${one}`}
            onChange={() => {
              way.value = one;
            }}
          />
          <span>
            <span class="choice-name">{words.way[one]}</span>
            <span class="choice-hint" id={`way-${one}`}>
              {words.wayHint[one]}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
