import { Icon } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { groupName } from './group-name.ts';
import { awaited, type RunState } from './run-state.ts';

/** What is still to come, by group, with what takes long in the server's words. */
export function AwaitedPart({ run }: { run: RunState }) {
  const words = diagnosisTexts();
  const open = awaited(run);
  if (open.length === 0) return null;
  const groups = [...new Set(open.map(({ group }) => group))];
  return (
    <section aria-labelledby="awaited-heading">
      <h2 id="awaited-heading">{words.awaited}</h2>
      <ul class="still-awaited">
        {groups.map((group) => {
          const all = run.expected.filter((one) => one.group === group);
          const done = all.filter(({ id }) => run.arrived.has(id)).length;
          const slow = all.flatMap(({ id }) => run.slow.get(id) ?? []);
          return (
            <li key={group}>
              <Icon name={done > 0 ? 'doing' : 'toDo'} />
              <div>
                <p>
                  {groupName(group, words)}
                  <span class="muted tabular">{` · ${words.groupProgress({ done, all: all.length })}`}</span>
                </p>
                {[...new Set(slow)].map((text) => (
                  <p key={text} class="muted">
                    {text}
                  </p>
                ))}
                {slow.length === 0 && <span class="skeleton" aria-hidden="true" />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
