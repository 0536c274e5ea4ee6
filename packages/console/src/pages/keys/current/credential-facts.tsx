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
        <dt>{words.address}</dt>
        <dd>{openWebUiUrl}</dd>
      </dl>
    );
  }
  return (
    <dl class="facts">
      <dt>{words.kind}</dt>
      <dd>{kindName(held.kind, texts)}</dd>
      <dt>{words.origin}</dt>
      <dd>{texts.origin[held.origin]}</dd>
      <dt>{words.end}</dt>
      <dd>
        {held.expiresAt ? <time dateTime={held.expiresAt}>{end?.when}</time> : end?.when}
        {end?.countdown && <span class="countdown tabular">{end.countdown}</span>}
      </dd>
      <dt>{words.fingerprint}</dt>
      <dd>
        <code>{held.fingerprint}</code>
        <span class="muted shape">{words.shape(held)}</span>
      </dd>
      <dt>{words.address}</dt>
      <dd>{held.baseUrl}</dd>
    </dl>
  );
}
