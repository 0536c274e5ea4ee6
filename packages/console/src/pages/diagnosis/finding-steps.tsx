import type { ReportCheck, ReportFix } from '@guichet/contract/report';
import { Breadcrumbs } from '../../parts/breadcrumbs.tsx';
import { Command } from '../../parts/command.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';

/** What to do, numbered: where to click in Open WebUI as breadcrumbs, what to type with a button that copies it. */
export function FindingSteps({ fix, isNamed }: Pick<ReportCheck, 'fix'> & { isNamed: boolean }) {
  const words = diagnosisTexts();
  if (fix.length === 0) return null;
  return (
    <div class="finding-steps">
      {isNamed && <h4>{words.steps}</h4>}
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
      {commands.length > 0 && <Command text={commands.join('\n')} />}
    </li>
  );
}
