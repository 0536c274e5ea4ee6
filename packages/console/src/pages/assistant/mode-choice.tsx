import type { AssistantView } from '@guichet/contract/assistant-api';
import type { ToolMode } from '@guichet/contract/site-settings';
import { assistantTexts } from '../../text/assistant/texts.ts';
import type { AssistantModel } from './assistant-model.ts';
import { isSetUpEnough } from './is-set-up-enough.ts';
import { ReasonText } from './reason-text.tsx';

export interface ModeChoiceProps {
  model: AssistantModel;
  view: AssistantView;
  mode: ToolMode;
}

/** One way of using tools: what it does, costs and opens, and what stands in its way. */
export function ModeChoice({ model, view, mode }: ModeChoiceProps) {
  const { modes: words, reason: reasonWords } = assistantTexts();
  const { name, does, costs, opens } = words[mode];
  const reasons = view.available.find((one) => one.mode === mode)?.reasons ?? [];
  const isChosen = view.tools.chosen === mode;
  return (
    <div class="mode">
      <label class="mode-head">
        <input
          type="radio"
          name="tools"
          value={mode}
          checked={model.tools.value === mode}
          // One that is chosen already can be left and chosen again.
          disabled={reasons.length > 0 && !isChosen}
          aria-describedby={`mode-${mode}`}
          onChange={() => {
            model.tools.value = mode;
          }}
        />
        <span class="mode-name">{name}</span>
        {view.tools.proposed === mode && <span class="badge">{words.suggested}</span>}
        {mode === 'whole-agent' && <span class="badge">{words.newer}</span>}
      </label>
      <div class="mode-account" id={`mode-${mode}`}>
        <dl>
          <div class="fact">
            <dt>{words.does}</dt>
            <dd>{does}</dd>
          </div>
          <div class="fact">
            <dt>{words.costs}</dt>
            <dd>{costs}</dd>
          </div>
          <div class="fact">
            <dt>{words.opens}</dt>
            <dd>{opens}</dd>
          </div>
        </dl>
        {mode === 'whole-agent' && <p>{words[mode].needs}</p>}
        {mode === 'whole-agent' && view.isSetUp && (
          <p>
            {reasonWords.isSetUp} <a href={setUpAddress({ site: view.site.id })}>{reasonWords.isSetUpLink}</a>
          </p>
        )}
        {reasons.length > 0 && (
          <div class="mode-reasons">
            <p>{words.notPossible}</p>
            <ul>
              {reasons.map((reason) => (
                <li key={`${reason.code} ${reason.names.join()}`}>
                  <ReasonText reason={reason} site={view.site.id} />
                </li>
              ))}
            </ul>
            {view.canSetUp && isSetUpEnough(reasons) && (
              <>
                <p>{reasonWords.setUp}</p>
                <div class="actions">
                  <a class="button" href={setUpAddress({ tools: 'whole-agent', site: view.site.id })}>
                    {reasonWords.setUpLink}
                  </a>
                </div>
              </>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** Where an administrator is asked to sign in for it. */
function setUpAddress(wanted: { tools?: 'whole-agent'; site: string }): string {
  return `/console/keys?${new URLSearchParams(wanted)}#set-up`;
}
