import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { currentPath, DIAGNOSIS_PATH } from '../../address.ts';
import type { Failure } from '../../admin-api/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { Command } from '../../parts/command.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Shell } from '../../parts/shell.tsx';
import { useAction } from '../../parts/use-action.ts';
import type { Session } from '../../session/session.ts';
import { currentTexts } from '../../text/texts.ts';
import { askServerHealth, type ServerHealth, type UnreadyReason } from './server-health.ts';

/** Nobody can be let in: what can be told all the same, and how to diagnose without this page. */
export function UnreachablePage({ session, failure }: { session: Session; failure: Failure }) {
  const texts = currentTexts();
  const words = texts.diagnosis.unreachable;
  const health = useSignal<ServerHealth | undefined>(undefined);
  const again = useAction(() => session.open());
  useEffect(() => {
    void askServerHealth((...request) => fetch(...request)).then((said) => {
      health.value = said;
    });
  }, [health]);
  const title = currentPath() === DIAGNOSIS_PATH ? texts.diagnosis.title : texts.console;
  return (
    <Shell title={title} places={[]}>
      <h1>{title}</h1>
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button look="main" onPress={() => again.run()} busy={again.busy.value}>
          {texts.tryAgain}
        </Button>
      </div>
      <section aria-labelledby="known-heading">
        <h2 id="known-heading">{words.heading}</h2>
        {health.value ? <Health health={health.value} /> : <p class="waiting">{words.asking}</p>}
      </section>
      <section aria-labelledby="command-heading">
        <h2 id="command-heading">{words.commandHeading}</h2>
        <p>{words.command}</p>
        <Command text="npx guichet doctor" />
        <p class="label-above">{words.container}</p>
        <Command text="docker compose exec guichet npx guichet doctor" />
      </section>
    </Shell>
  );
}

function Health({ health }: { health: ServerHealth }) {
  const words = currentTexts().diagnosis.unreachable;
  if (health.kind === 'silent') return <p>{words.silent}</p>;
  if (health.kind === 'other') return <p>{words.other}</p>;
  if (health.reasons.length === 0) return <p>{`${words.alive} ${words.ready}`}</p>;
  return (
    <>
      <p>{`${words.alive} ${words.notReady}`}</p>
      <ul class="plain-list">
        {health.reasons.map((reason) => (
          <li key={reason.code}>{reasonInWords(reason)}</li>
        ))}
      </ul>
    </>
  );
}

/** In the reader's language where the word is known; the server's own sentence is in the language of its log. */
function reasonInWords({ code, detail }: UnreadyReason): string {
  const known: Record<string, string> = currentTexts().diagnosis.unreachable.reason;
  return known[code] ?? detail;
}
