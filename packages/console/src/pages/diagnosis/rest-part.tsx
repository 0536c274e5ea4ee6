import { Icon } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { CHECK_MARKS } from './check-marks.ts';
import type { ShownCheck, SortedChecks } from './shown-checks.ts';

/** What needs nobody, in one line; unfolded, each sentence of it. */
export function RestPart({ sorted: { fine, notes, skipped } }: { sorted: SortedChecks }) {
  const words = diagnosisTexts().rest;
  const said = [
    ...(fine.length > 0 ? [words.fine({ count: fine.length })] : []),
    ...(notes.length > 0 ? [words.notes({ count: notes.length })] : []),
    ...(skipped.length > 0 ? [words.skipped({ count: skipped.length })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <details class="fold rest">
      <summary>{said.join(' · ')}</summary>
      <RestList heading={words.notesHeading} checks={notes} />
      <RestList heading={words.skippedHeading} checks={skipped} />
      <RestList heading={words.fineHeading} checks={fine} />
    </details>
  );
}

function RestList({ heading, checks }: { heading: string; checks: readonly ShownCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <>
      <h3 class="rest-heading">{heading}</h3>
      <ul class="rest-list">
        {checks.map(({ check }) => {
          const { icon, tone } = CHECK_MARKS[check.status];
          return (
            <li key={check.id} class={tone}>
              <Icon name={icon} />
              <span>{check.title}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
