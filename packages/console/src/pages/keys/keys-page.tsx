import { useMemo } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { currentTexts } from '../../text/texts.ts';
import { ExchangeModel } from './exchange/exchange-model.ts';
import { KeysModel } from './keys-model.ts';
import type { KeysParts } from './keys-parts.ts';
import { AdministratorSession } from './lent-sign-in/administrator-session.ts';
import { PRACTICE_SECTIONS, SECTIONS } from './sections.tsx';
import { useFreshCredential } from './use-fresh-credential.ts';

/** The key in use, another one in its place, the right one, and what happened. */
export function KeysPage({ api }: { api: AdminApi }) {
  const texts = currentTexts();
  const parts = useMemo((): KeysParts => {
    const keys = new KeysModel(api);
    return { api, keys, exchange: new ExchangeModel(api, keys), administrator: new AdministratorSession() };
  }, [api]);
  const { keys } = parts;
  useFreshCredential(keys);
  const read = keys.credential.value;
  const failure = keys.credentialFailure.value;
  const sections = read?.view.practice ? PRACTICE_SECTIONS : SECTIONS;
  return (
    <>
      <h1>{texts.keys.title}</h1>
      <p class="lead">{texts.keys.lead}</p>
      {failure && (
        <>
          <FailureNotice failure={failure} {...(!read && { title: texts.keys.loadFailed })} />
          <div class="actions">
            <Button onPress={() => void keys.load()}>{texts.tryAgain}</Button>
          </div>
        </>
      )}
      {!read && !failure && <p class="waiting">{texts.loading}</p>}
      {read && sections.map((Section, place) => <Section key={place} {...parts} />)}
    </>
  );
}
