import '../../style/assistant.css';
import { useEffect, useMemo } from 'preact/hooks';
import { currentSearch } from '../../address.ts';
import { locale } from '../../language/language.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { PageParts } from '../../parts/lazy-page.tsx';
import { assistantTexts } from '../../text/assistant/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { AgentAccountSection } from './agent-account/agent-account-section.tsx';
import { AnswersSection } from './answers-section.tsx';
import { AssistantModel } from './assistant-model.ts';
import { EquipmentSection } from './equipment-section.tsx';
import { ModesForm } from './modes-form.tsx';
import { SiteChoice } from './site-choice.tsx';

/** What the model that answers has, how far it may go, and how its last answers went. */
export function AssistantPage({ api }: PageParts) {
  const texts = currentTexts();
  const words = assistantTexts();
  // A link of the console led here for this one.
  const model = useMemo(() => new AssistantModel(api, currentSearch().get('site') ?? undefined), [api]);
  // Why there is no model is said in the language asked for.
  useEffect(() => void model.load(), [model, locale.value]);
  useEffect(() => void model.loadAnswers(), [model]);
  const view = model.view.value;
  const failure = model.failure.value;
  return (
    <>
      <h1>{texts.assistant.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={`/guide/${locale.value}/tools`}>{words.guide}</a>
      </p>
      {failure && (
        <>
          <FailureNotice failure={failure} title={words.loadFailed} />
          <div class="actions">
            <Button onPress={() => void model.load()}>{texts.tryAgain}</Button>
          </div>
        </>
      )}
      {!view && !failure && <p class="waiting">{texts.loading}</p>}
      {view && (
        <>
          <SiteChoice model={model} view={view} />
          <EquipmentSection view={view} />
          <ModesForm model={model} view={view} />
          <AgentAccountSection api={api} assistant={model} view={view} />
        </>
      )}
      <AnswersSection model={model} />
    </>
  );
}
