import type { ReportFix } from '@guichet/contract/report';
import { menuMarks } from '../words/menu-marks.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Command } from './command.tsx';

/** What to do, numbered: where to click in Open WebUI as breadcrumbs, what to type with a button that copies it. */
export function FixSteps({ fix }: { fix: readonly ReportFix[] }) {
  return (
    <ol class={fix.length === 1 ? 'instructions single' : 'instructions'}>
      {fix.map(({ text, where, commands = [] }) => (
        <li key={text}>
          <p>{menuMarks(text)}</p>
          {where && <Breadcrumbs steps={where.split(' > ')} />}
          {commands.length > 0 && <Command text={commands.join('\n')} />}
        </li>
      ))}
    </ol>
  );
}
