import { useEffect, useMemo } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepParts } from '../step-parts.ts';
import { TryChat } from './try-chat.tsx';
import { TryModel, type TryState } from './try-model.ts';

/** The chat that visitors get, to be asked something before they do. */
export function TryStep({ wizard, view }: StepParts) {
  const { try: words, goOn } = wizardTexts();
  const model = useMemo(() => new TryModel(), []);
  const state = model.state.value;
  const isOwn = !view.practice;
  return (
    <>
      <p class="lead">{words.lead}</p>
      {view.practice && <p class="muted">{words.practice}</p>}
      <TryChat model={model} label={words.chat} />
      <TryVerdict state={state} isOwn={isOwn} />
      <StepActions
        wizard={wizard}
        onContinue={() => wizard.forward()}
        look={state.kind === 'works' ? 'main' : 'second'}
        label={state.kind === 'works' ? goOn : words.without}
      />
    </>
  );
}

function TryVerdict({ state, isOwn }: { state: TryState; isOwn: boolean }) {
  const words = wizardTexts().try;
  const said = state.kind === 'waiting' ? '' : words[state.kind];
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  switch (state.kind) {
    case 'waiting':
      return null;
    case 'works':
      return (
        <Notice tone="ok" title={words.works}>
          {isOwn && <p>{words.worksMeans}</p>}
        </Notice>
      );
    case 'lost':
      return (
        <Notice tone="fail" title={words.lost}>
          <p>{words.lostMeans}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="fail" title={words.failed}>
          <p>{words.failedMeans({ ref: state.ref })}</p>
          <p>
            <a href={state.ref === '' ? '/diagnostic' : `/diagnostic?ref=${encodeURIComponent(state.ref)}`}>
              {words.toDiagnosis}
            </a>
          </p>
        </Notice>
      );
    default:
      return state satisfies never;
  }
}
