import type { ComponentChildren } from 'preact';
import { locale } from '../../../language/language.ts';
import { currentTexts } from '../../../text/texts.ts';
import { endInWords } from '../end-in-words.ts';
import type { ReadCredential } from '../keys-model.ts';
import { kindName } from '../kind-name.ts';

/** Everything that can be shown of a credential: all but its value. */
export function CredentialFacts({ read, now }: { read: ReadCredential; now: number }) {
  const texts = currentTexts();
  const words = texts.current;
  const { held, openWebUiUrl, practice } = read.view;
  const end = endInWords(read, now, texts, locale.value);
  if (practice) return null;
  if (!held) {
    return openWebUiUrl === undefined ? null : (
      <dl class="facts">
        <Fact name={words.address}>{openWebUiUrl}</Fact>
      </dl>
    );
  }
  return (
    <dl class="facts">
      <Fact name={words.kind}>{kindName(held.kind, texts)}</Fact>
      <Fact name={words.origin}>{texts.origin[held.origin]}</Fact>
      <Fact name={words.end}>
        {held.expiresAt ? <time dateTime={held.expiresAt}>{end?.when}</time> : end?.when}
        {end?.countdown && <span class="countdown tabular">{end.countdown}</span>}
      </Fact>
      <Fact name={words.fingerprint}>
        <code>{held.fingerprint}</code>
        <span class="muted shape">{words.shape(held)}</span>
      </Fact>
      <Fact name={words.address}>{held.baseUrl}</Fact>
    </dl>
  );
}

/** A name and a value: side by side where there is room, one above the other where there is not. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
