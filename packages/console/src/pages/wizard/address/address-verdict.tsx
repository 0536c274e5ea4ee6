import type { AddressCheckView } from '@guichet/contract/set-up-api';
import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { FindingNote } from '../../../parts/finding-note.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { type WizardTexts, wizardTexts } from '../../../text/wizard/texts.ts';
import type { AddressState } from './address-check.ts';

export interface AddressVerdictProps {
  state: AddressState;
  /** What stands in the field. */
  text: string;
  onAgain: () => Promise<unknown>;
}

/** What answers at the address, and what is in the way. It has its room, so that the buttons stand still. */
export function AddressVerdict({ state, text, onAgain }: AddressVerdictProps) {
  const words = wizardTexts().address;
  const again = useAction(onAgain);
  const view = state.kind === 'checked' ? state.view : state.kind === 'checking' ? state.before : undefined;
  const said = saidOf(state, words);
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  return (
    <div class={`address-verdict${state.kind === 'checking' ? ' stale' : ''}`} id="address-verdict">
      {state.kind === 'checking' && (
        <p class="verdict muted">
          <Icon name="doing" />
          <span>{words.checking}</span>
        </p>
      )}
      {state.kind === 'is-key' && <p class="field-error">{words.isKey}</p>}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
      {view && state.kind === 'checked' && (
        <>
          {view.usable && (
            <p class="verdict ok">
              <Icon name="ok" />
              <strong>{words.works({ version: view.version ?? '' })}</strong>
            </p>
          )}
          {view.cleaned && <p class="muted">{view.cleaned}</p>}
          {view.address !== undefined && view.address !== text.trim() && (
            <p class="muted kept">{words.kept({ address: view.address })}</p>
          )}
          {view.findings.map((finding) => (
            <FindingNote key={finding.id} finding={finding} />
          ))}
          {!view.usable && view.findings.length === 0 && <p class="field-error">{problemOf(view, words)}</p>}
        </>
      )}
      {(state.kind === 'failed' ||
        (state.kind === 'checked' && !state.view.usable && state.view.address !== undefined)) && (
        <div class="actions">
          <Button onPress={() => again.run()} busy={again.busy.value}>
            {words.checkAgain}
          </Button>
        </div>
      )}
    </div>
  );
}

function saidOf(state: AddressState, words: WizardTexts['address']): string {
  if (state.kind === 'is-key') return words.isKey;
  if (state.kind !== 'checked') return '';
  const { view } = state;
  return view.usable
    ? words.works({ version: view.version ?? '' })
    : (view.findings[0]?.title ?? problemOf(view, words));
}

function problemOf({ address }: AddressCheckView, words: WizardTexts['address']): string {
  return address === undefined ? words.notAnAddress : words.notYet;
}
