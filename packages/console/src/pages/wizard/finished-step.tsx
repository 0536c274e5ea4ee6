import { Button } from '../../parts/button.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { wizardTexts } from '../../text/wizard/texts.ts';
import type { StepParts } from './step-parts.ts';

const NEXT = [
  ['diagnosis', 'diagnosisText', '/diagnostic', 'ok'],
  ['keys', 'keysText', '/console/keys', 'key'],
  ['settings', 'settingsText', '/console/settings', 'settings'],
  ['guide', 'guideText', '/guide', 'info'],
] as const satisfies readonly (readonly [string, string, string, IconName])[];

/** What is next. The steps can be gone through again at any time. */
export function FinishedStep({ wizard, view }: StepParts) {
  const words = wizardTexts().finished;
  return (
    <>
      <p class="lead">{view.practice ? words.practiceLead : words.lead}</p>
      <ul class="next-places">
        {NEXT.map(([name, text, path, icon]) => (
          <li key={name}>
            <Icon name={icon} />
            <div>
              <p>
                <a href={path}>{words[name]}</a>
              </p>
              <p class="muted">{words[text]}</p>
            </div>
          </li>
        ))}
      </ul>
      <div class="actions">
        {view.practice ? (
          <Button look="main" onPress={() => void wizard.goTo('address')}>
            {words.connect}
          </Button>
        ) : (
          <Button onPress={() => void wizard.goTo('address')}>{words.again}</Button>
        )}
      </div>
    </>
  );
}
