import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { currentTexts } from '../../../text/texts.ts';
import type { KeysParts } from '../keys-parts.ts';
import { EndRenewal } from './end-renewal.tsx';
import { RenewalForm } from './renewal-form.tsx';
import { RenewalModel } from './renewal-model.ts';

/** For an Open WebUI where API keys stay off: shown when that was found out here, or when it is on already. */
export function RenewalSection({ api, keys, exchange }: KeysParts) {
  const words = currentTexts().renewal;
  const renewal = useMemo(() => new RenewalModel(api, keys), [api, keys]);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOff = useSignal(false);
  useEffect(() => void renewal.load(), [renewal]);
  useEffect(() => {
    if (exchange.step.value.kind === 'keys-off') wasOff.value = true;
    // A key was made after all.
    if (exchange.step.value.kind === 'done') wasOff.value = false;
  }, [exchange.step.value.kind, wasOff]);
  useEffect(() => renewal.languageChanged(), [locale.value, renewal]);
  const view = renewal.view.value;
  const hasEnded = renewal.hasEnded.value;
  if (!view || (!view.on && !wasOff.value && !hasEnded)) return null;
  const say = (sentence: string) => {
    announce(sentence);
    // The form, or the button, is gone.
    heading.current?.focus();
  };
  return (
    <section id="renewal" aria-labelledby="renewal-heading">
      <h2 id="renewal-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {view.on ? (
        <>
          <Notice tone="ok" title={words.on({ email: view.email ?? '' })}>
            <p>{words.onMeans}</p>
          </Notice>
          <EndRenewal renewal={renewal} email={view.email ?? ''} onEnded={() => say(words.ended)} />
        </>
      ) : (
        <>
          {hasEnded && <Notice tone="ok" title={words.ended} />}
          <p>{words.lead}</p>
          <p>{words.sealed}</p>
          <p>{words.account}</p>
          <p class="muted">{words.better}</p>
          <RenewalForm renewal={renewal} onChosen={(email) => say(words.on({ email }))} />
        </>
      )}
    </section>
  );
}
