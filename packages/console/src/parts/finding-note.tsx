import type { ReportCheck } from '@guichet/contract/report';
import { currentTexts } from '../text/texts.ts';
import { menuMarks } from '../words/menu-marks.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Command } from './command.tsx';
import { Icon } from './icon.tsx';
import type { Tone } from './tone.ts';

/** A finding of the doctor in the place that it is about: what is, who acts, and the steps. */
export function FindingNote({ finding }: { finding: ReportCheck }) {
  const texts = currentTexts();
  const words = texts.finding;
  const tone = toneOf(finding);
  return (
    <div class={`notice finding-note ${tone}`}>
      <Icon name={tone} />
      <div class="notice-text">
        <p class="notice-title">
          <span class="unseen">{`${texts.mark[tone]}: `}</span>
          {finding.title}
        </p>
        {finding.actor && <p class="muted">{words.who({ actor: finding.actor })}</p>}
        {finding.fix.length > 0 && (
          <ol class={finding.fix.length === 1 ? 'instructions single' : 'instructions'}>
            {finding.fix.map(({ text, where, commands }) => (
              <li key={text}>
                <p>{menuMarks(text)}</p>
                {where && <Breadcrumbs steps={where.split(' > ')} />}
                {commands && commands.length > 0 && <Command text={commands.join('\n')} />}
              </li>
            ))}
          </ol>
        )}
        <p>
          <a href={finding.docUrl} target="_blank" rel="noreferrer">
            {words.more}
          </a>
        </p>
      </div>
    </div>
  );
}

function toneOf({ status }: ReportCheck): Tone {
  return status === 'fail' || status === 'crashed'
    ? 'fail'
    : status === 'warn'
      ? 'warn'
      : status === 'ok'
        ? 'ok'
        : 'info';
}
