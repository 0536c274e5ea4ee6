import type { CredentialView } from '@guichet/contract/admin-api';
import { currentTexts } from '../../../text/texts.ts';

/** Keys of other sources that do not count while this one does. */
export function Overrides({ view }: { view: CredentialView }) {
  const texts = currentTexts();
  const words = texts.current;
  if (view.overrides.length === 0) return null;
  return (
    <div class="overrides">
      <h3>{words.overridden}</h3>
      <ul>
        {view.overrides.map(({ origin, fingerprint, same }) => (
          <li key={origin}>
            {texts.origin[origin]}
            <span class="muted"> – {same ? words.overriddenSame : words.overriddenOther({ fingerprint })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
