import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import type { OriginList } from './origin-list.ts';

export interface OriginsPartProps {
  list: OriginList;
  field: RefObject<HTMLInputElement | null>;
  /** Takes what stands in the field into the list. */
  onAdd: () => void;
  /** The server's word on the list. */
  error: string | undefined;
}

/** The origins that may show the chat: typed as people know them, kept as browsers name them. */
export function OriginsPart({ list, field, onAdd, error }: OriginsPartProps) {
  const words = wizardTexts().place;
  const { problem, shortened, twin, origins, text } = list;
  const said = problem.value && words.problem[problem.value];
  const count = origins.value.length;
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  return (
    <section class="origins" aria-labelledby="origins-heading">
      <h2 id="origins-heading">{words.origins}</h2>
      <p>{words.originsLead}</p>
      {count === 0 ? (
        <p class="muted">{words.noneYet}</p>
      ) : (
        <ul class="origin-list" aria-label={words.listed}>
          {origins.value.map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
              <button
                type="button"
                class="button plain"
                aria-label={words.remove({ origin })}
                onClick={() => {
                  list.remove(origin);
                  announce(words.removed({ origin }));
                  field.current?.focus();
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="add-row">
        <TextField
          id="origin"
          label={words.originField}
          hint={words.originHint}
          value={text}
          autocomplete="url"
          inputMode="url"
          inputRef={field}
          error={said ?? error}
          onType={() => list.typed()}
        />
        <Button onPress={onAdd}>{words.add}</Button>
      </div>
      {shortened.value && <p class="muted">{words.cleaned({ origin: shortened.value })}</p>}
      {twin.value && (
        <div class="actions">
          <Button
            look="plain"
            onPress={() => {
              const origin = twin.value;
              if (origin === undefined) return;
              list.addOrigin(origin);
              announce(words.added({ origin }));
              field.current?.focus();
            }}
          >
            {words.alsoTwin({ origin: twin.value })}
          </Button>
        </div>
      )}
    </section>
  );
}
