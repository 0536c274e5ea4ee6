import type { ReportCheck, ReportFix } from '@guichet/contract/report';
import { Breadcrumbs } from '../../parts/breadcrumbs.tsx';
import { Command } from '../../parts/command.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';

/** What to do, numbered: where to click in Open WebUI as breadcrumbs, what to type with a button that copies it. */
export function FindingSteps({ fix }: Pick<ReportCheck, 'fix'>) {
  const words = diagnosisTexts();
  if (fix.length === 0) return null;
  return (
    <div class="finding-steps">
      <h4>{words.steps}</h4>
      <ol class={fix.length === 1 ? 'instructions single' : 'instructions'}>
        {fix.map((step) => (
          <Step key={step.text} {...step} />
        ))}
      </ol>
    </div>
  );
}

function Step({ text, where, commands = [] }: ReportFix) {
  return (
    <li>
      <p>{text}</p>
      {where && <Breadcrumbs steps={where.split(' > ')} />}
      {commands.map((command) => (
        <Command key={command} text={command} />
      ))}
    </li>
  );
}
