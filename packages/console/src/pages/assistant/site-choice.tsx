import type { AssistantView } from '@guichet/contract/assistant-api';
import { SiteSelect } from '../../parts/site-select.tsx';
import { assistantTexts } from '../../text/assistant/texts.ts';
import type { AssistantModel } from './assistant-model.ts';

/** Which site the page is about. */
export function SiteChoice({ model, view }: { model: AssistantModel; view: AssistantView }) {
  const words = assistantTexts();
  return (
    <SiteSelect
      id="site"
      label={words.site}
      sites={view.sites}
      chosen={model.site.value}
      shown={({ paused }, name) => (paused ? words.sitePaused({ name }) : name)}
      onChoose={(id) => void model.choose(id)}
    />
  );
}
