import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import type { SiteList } from './site-list.ts';

export interface SitesPartProps {
  sites: SiteList;
  field: RefObject<HTMLInputElement | null>;
  /** Takes what stands in the field into the list. */
  onAdd: () => void;
  /** The server's word on the list. */
  error: string | undefined;
}

/** The sites that may show the chat: typed as people know them, kept as browsers name them. */
export function SitesPart({ sites, field, onAdd, error }: SitesPartProps) {
  const words = wizardTexts().place;
  const { problem, shortened, twin, origins, text } = sites;
  const said = problem.value && words.problem[problem.value];
  const count = origins.value.length;
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  return (
    <section class="sites" aria-labelledby="sites-heading">
      <h2 id="sites-heading">{words.sites}</h2>
      <p>{words.sitesLead}</p>
      {count === 0 ? (
        <p class="muted">{words.noneYet}</p>
      ) : (
        <ul class="site-list" aria-label={words.listed}>
          {origins.value.map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
              <button
                type="button"
                class="button plain"
                aria-label={words.remove({ origin })}
                onClick={() => {
                  sites.remove(origin);
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
          id="site"
          label={words.siteField}
          hint={words.siteHint}
          value={text}
          autocomplete="url"
          inputMode="url"
          inputRef={field}
          error={said ?? error}
          onType={() => sites.typed()}
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
              sites.addOrigin(origin);
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
