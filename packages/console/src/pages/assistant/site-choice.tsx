import type { AssistantView } from '@guichet/contract/assistant-api';
import { assistantTexts } from '../../text/assistant/texts.ts';
import type { AssistantModel } from './assistant-model.ts';

/** Which site the page is about; nothing to choose where there is one. */
export function SiteChoice({ model, view }: { model: AssistantModel; view: AssistantView }) {
  const words = assistantTexts();
  if (view.sites.length < 2) return null;
  return (
    <div class="field site-choice">
      <label for="site">{words.site}</label>
      <select
        id="site"
        class="input"
        value={model.site.value}
        onChange={(event) => void model.choose(event.currentTarget.value)}
      >
        {view.sites.map(({ id, name, paused }) => {
          const shown = name === undefined ? id : `${name} (${id})`;
          return (
            <option key={id} value={id}>
              {paused ? words.sitePaused({ name: shown }) : shown}
            </option>
          );
        })}
      </select>
    </div>
  );
}
