import type { ReachView } from '@guichet/contract/admin-api';
import { Breadcrumbs } from '../../../parts/breadcrumbs.tsx';
import { Command } from '../../../parts/command.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { type ReachTexts, reachTexts } from '../../../text/reach/texts.ts';
import { currentTexts } from '../../../text/texts.ts';
import { FindingList } from './finding-list.tsx';
import { countOf } from './sorted-findings.ts';

/** In one sentence, then each finding, then the line that closes what is open beyond need. */
export function ReachResult({ view }: { view: ReachView }) {
  const texts = currentTexts();
  const words = reachTexts();
  const { line, path, text } = view.remedy;
  const isTooMuch = countOf('open', view.findings) > 0;
  const tone = isTooMuch ? 'warn' : 'ok';
  return (
    <>
      <div class={`state ${tone}`}>
        <Icon name={tone} />
        <div>
          <p class="state-what">
            <span class="unseen">{`${texts.mark[tone]}: `}</span>
            {verdict(view, words)}
          </p>
          {view.restricted && <p>{words.restricted}</p>}
        </div>
      </div>
      <FindingList findings={view.findings} />
      {isTooMuch && (
        <>
          <h3>{words.remedy}</h3>
          <p>{text}</p>
          <Command text={line} />
          {path.length > 0 && (
            <>
              <p>{words.where}</p>
              <Breadcrumbs steps={path} />
            </>
          )}
        </>
      )}
    </>
  );
}

export function verdict({ findings }: ReachView, words: ReachTexts): string {
  const count = countOf('open', findings);
  if (count > 0) return words.tooMuch({ count });
  return countOf('unknown', findings) > 0 ? words.enoughUnsure : words.enough;
}
