import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { useNow } from '../../../words/use-now.ts';
import { StateHead } from '../../keys/current/state-head.tsx';
import { currentState } from '../../keys/current-state.ts';
import { describedKey } from '../../keys/described-key.ts';
import { ExchangeModel } from '../../keys/exchange/exchange-model.ts';
import { ExchangeSection } from '../../keys/exchange/exchange-section.tsx';
import { KeysModel } from '../../keys/keys-model.ts';
import type { KeysParts } from '../../keys/keys-parts.ts';
import { AdministratorSession } from '../../keys/lent-sign-in/administrator-session.ts';
import { RenewalSection } from '../../keys/renewal/renewal-section.tsx';
import { ReplaceSection } from '../../keys/replace-section.tsx';
import { SetUpSection } from '../../keys/set-up/set-up-section.tsx';
import { useFreshCredential } from '../../keys/use-fresh-credential.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepParts } from '../step-parts.ts';
import { type CredentialWay, CredentialWays } from './credential-ways.tsx';

/** A key by one of three ways, each the same as on the keys page. */
export function CredentialStep({ api, wizard }: StepParts) {
  const texts = currentTexts();
  const words = wizardTexts().credential;
  const parts = useMemo((): KeysParts => {
    const keys = new KeysModel(api);
    return { api, keys, exchange: new ExchangeModel(api, keys), administrator: new AdministratorSession() };
  }, [api]);
  const { keys, exchange } = parts;
  useFreshCredential(keys);
  const way = useSignal<CredentialWay | undefined>(undefined);
  const wantsOther = useSignal(false);
  const read = keys.credential.value;
  const failure = keys.credentialFailure.value;
  const step = exchange.step.value.kind;
  useEffect(() => {
    // A session token that was pasted as a key is being exchanged: what comes of it is shown there.
    if (step !== 'lend') way.value = 'sign-in';
  }, [step, way]);
  const now = useNow(read !== undefined);
  const held = read?.view.practice ? undefined : read?.view.held;
  const isAccepted = held !== undefined && read?.view.state.kind === 'accepted';

  // A way that was chosen stays: what came of it is said there.
  const showsWays = !isAccepted || wantsOther.value || way.value !== undefined;
  const state = read && currentState(read, now, texts, locale.value);

  useEffect(() => {
    if (wantsOther.value) document.querySelector<HTMLInputElement>('[name=credential-way]')?.focus();
  }, [wantsOther.value]);

  async function goOn(): Promise<void> {
    await wizard.load();
    await wizard.forward();
  }

  return (
    <>
      <p class="lead">{words.lead}</p>
      {failure && <FailureNotice failure={failure} {...(!read && { title: texts.keys.loadFailed })} />}
      {!read && !failure && <p class="waiting">{texts.loading}</p>}
      {state && held && (
        <section class={`card ${state.tone}`} aria-label={texts.current.heading}>
          <StateHead state={state} />
          <p class="muted">{describedKey(held, texts)}</p>
        </section>
      )}
      {read && showsWays && <KeyWays parts={parts} way={way} />}
      <StepActions wizard={wizard} onContinue={goOn} wait={isAccepted ? undefined : words.wait}>
        {read && !showsWays && (
          <Button
            onPress={() => {
              wantsOther.value = true;
            }}
          >
            {words.another}
          </Button>
        )}
      </StepActions>
    </>
  );
}

function KeyWays({ parts, way }: { parts: KeysParts; way: Signal<CredentialWay | undefined> }) {
  return (
    <>
      <CredentialWays way={way} />
      <div class="chosen-way">
        {way.value === 'set-up' && <SetUpSection {...parts} />}
        {way.value === 'sign-in' && (
          <>
            <ExchangeSection
              {...parts}
              onSetUp={() => {
                way.value = 'set-up';
              }}
            />
            <RenewalSection {...parts} />
          </>
        )}
        {way.value === 'key' && <ReplaceSection {...parts} />}
      </div>
    </>
  );
}
