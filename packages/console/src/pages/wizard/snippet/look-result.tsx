import type { PageLookView } from '@guichet/contract/set-up-api';
import { useEffect } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Command } from '../../../parts/command.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Notice } from '../../../parts/notice.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import { wizardTexts } from '../../../text/wizard/texts.ts';
import { type LookLine, lookLines } from './look-lines.ts';

export interface LookResultProps {
  view: PageLookView;
  /** Why the origin could not be allowed. */
  refused: string | undefined;
  onAllow: () => Promise<unknown>;
}

/** One line a question: is the snippet there, may it run, may this site show it. */
export function LookResult({ view, refused, onAllow }: LookResultProps) {
  const words = wizardTexts().snippet;
  const lines = lookLines(view, words);
  const isWell = lines.every(({ tone }) => tone === 'ok');
  const allow = useAction(onAllow);
  const said = isWell
    ? words.allIsWell
    : lines
        .filter(({ tone }) => tone !== 'ok')
        .map(({ text }) => text)
        .join(' ');
  useEffect(() => announce(said), [said, view]);
  return (
    <section class="look-result" aria-label={words.result}>
      {view.url !== '' && <p class="muted">{words.lookedAt({ url: view.url })}</p>}
      {isWell && <Notice tone="ok" title={words.allIsWell} />}
      <ul class="findings">
        {lines.map((line) => (
          <Line key={line.text} line={line} />
        ))}
      </ul>
      {!view.originAllowed && view.unreadable === undefined && (
        <div class="actions">
          <Button onPress={() => allow.run()} busy={allow.busy.value} busyLabel={words.allowing}>
            {words.allow({ origin: new URL(view.url).origin })}
          </Button>
        </div>
      )}
      {refused && <Notice tone="fail" title={refused} />}
    </section>
  );
}

function Line({ line: { tone, text, means, code } }: { line: LookLine }) {
  const { mark } = currentTexts();
  return (
    <li class={`finding ${tone}`}>
      <Icon name={tone} />
      <div>
        <p>
          <span class="unseen">{`${mark[tone satisfies Tone]}: `}</span>
          {text}
        </p>
        {means && <p class="muted">{means}</p>}
        {code && <Command text={code} />}
      </div>
    </li>
  );
}
