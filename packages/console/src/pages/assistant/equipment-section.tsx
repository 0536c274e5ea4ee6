import type { AssistantView, EquipmentView } from '@guichet/contract/assistant-api';
import type { ComponentChildren } from 'preact';
import { Notice } from '../../parts/notice.tsx';
import { assistantTexts } from '../../text/assistant/texts.ts';

/** What the owner of the answering model equipped it with in Open WebUI, by the ids it has there. */
export function EquipmentSection({ view }: { view: AssistantView }) {
  const words = assistantTexts().equipment;
  const { model, failure, version } = view;
  return (
    <section aria-labelledby="equipment-heading">
      <h2 id="equipment-heading">{words.heading}</h2>
      <p class="muted">{words.lead}</p>
      {failure && (
        <Notice tone="warn" title={words.missing}>
          <p>{failure.text}</p>
        </Notice>
      )}
      {model && (
        <dl class="equipment">
          <Fact name={words.model}>
            {model.name}
            {model.name !== model.id && (
              <>
                {' '}
                <code>{model.id}</code>
              </>
            )}
            {version !== undefined && <span class="muted">{` · ${words.version({ version })}`}</span>}
          </Fact>
          <Fact name={words.documents}>{documentsOf(model.equipment, words)}</Fact>
          <Fact name={words.tools}>{idsOf(model.equipment.toolIds, words.none)}</Fact>
          <Fact name={words.filters}>{idsOf(model.equipment.filterIds, words.none)}</Fact>
          <Fact name={words.webSearch}>{model.equipment.webSearch ? words.on : words.off}</Fact>
          <Fact name={words.pictures}>{model.equipment.pictures ? words.on : words.off}</Fact>
        </dl>
      )}
      {model && <p class="muted">{words.always}</p>}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function documentsOf({ hasKnowledge, knowledgeIds }: EquipmentView, words: { attached: string; none: string }) {
  if (!hasKnowledge) return words.none;
  // Those of old versions have no ids.
  return knowledgeIds.length === 0 ? words.attached : idsOf(knowledgeIds, words.none);
}

function idsOf(ids: readonly string[], none: string): ComponentChildren {
  if (ids.length === 0) return none;
  return (
    <ul class="ids">
      {ids.map((id) => (
        <li key={id}>
          <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}
