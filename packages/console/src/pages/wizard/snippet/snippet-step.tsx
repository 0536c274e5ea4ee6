import { useMemo } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { Command } from '../../../parts/command.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { isThisComputer } from '../place/clean-origin.ts';
import { StepActions } from '../step-actions.tsx';
import type { StepParts } from '../step-parts.ts';
import { LookSection } from './look-section.tsx';
import { PageLook } from './page-look.ts';

const PLACES = [
  ['wordpress', 'wordpressText'],
  ['html', 'htmlText'],
  ['others', 'othersText'],
] as const;

/** The line, where it goes, and whether it is there. */
export function SnippetStep({ api, wizard, view }: StepParts) {
  const words = wizardTexts().snippet;
  const look = useMemo(() => new PageLook(api), [api]);
  const address = view.publicUrl ?? window.location.origin;
  return (
    <>
      <p class="lead">{words.lead}</p>
      {isThisComputer(address) && <Notice tone="warn" title={words.local} />}
      <div class="snippet">
        <h2>{words.code}</h2>
        <Command text={view.snippet} />
      </div>
      <section aria-labelledby="where-heading">
        <h2 id="where-heading">{words.where}</h2>
        <dl class="where-to">
          {PLACES.map(([name, text]) => (
            <div key={name}>
              <dt>{words[name]}</dt>
              <dd>{words[text]}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={`/guide/${locale.value}/put-it-on-your-site`} target="_blank" rel="noreferrer">
            {words.more}
          </a>
        </p>
      </section>
      <LookSection
        look={look}
        first={view.allowedOrigins.find((origin) => !origin.includes('*')) ?? ''}
        onAllowed={() => wizard.load()}
      />
      <StepActions wizard={wizard} onContinue={() => wizard.forward()} label={words.finish} />
    </>
  );
}
