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

/** What is said of several in the same words is said once, with all it is said of. */
function RestList({ heading, checks }: { heading: string; checks: readonly ShownCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <>
      <h3 class="rest-heading">{heading}</h3>
      <ul class="rest-list">
        {[...byTitle(checks)].map(([title, same]) => {
          const { icon, tone } = CHECK_MARKS[same[0].check.status];
          return (
            <li key={title} class={tone}>
              <Icon name={icon} />
              <div>
                {title}
                {same.length > 1 && <span class="rest-ids">{same.map(({ check }) => check.id).join(', ')}</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function byTitle(checks: readonly ShownCheck[]): Map<string, [ShownCheck, ...ShownCheck[]]> {
  const groups = new Map<string, [ShownCheck, ...ShownCheck[]]>();
  for (const shown of checks) {
    const { title } = shown.check;
    groups.set(title, [...(groups.get(title) ?? []), shown] as [ShownCheck, ...ShownCheck[]]);
  }
  return groups;
}
