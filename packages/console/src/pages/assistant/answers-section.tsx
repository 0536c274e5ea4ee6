import type { AnswerActivityView, AnswerView } from '@guichet/contract/assistant-api';
import { useSignal } from '@preact/signals';
import { locale } from '../../language/language.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/tone.ts';
import { useAction } from '../../parts/use-action.ts';
import { assistantTexts } from '../../text/assistant/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { momentInWords } from '../../words/moment-in-words.ts';
import type { AssistantModel } from './assistant-model.ts';
import { secondsInWords } from './seconds-in-words.ts';

/** What is shown before somebody asks for all. */
const SHOWN_FIRST = 10;

const TONES: Record<AnswerView['end'], Tone> = {
  complete: 'ok',
  stopped: 'info',
  length: 'warn',
  interrupted: 'warn',
  failed: 'fail',
};

/** How the last answers went: rounds, tools, times, failures. */
export function AnswersSection({ model }: { model: AssistantModel }) {
  const texts = currentTexts();
  const words = assistantTexts().answers;
  const showsAll = useSignal(false);
  const reload = useAction(() => model.loadAnswers());
  const answers = model.answers.value;
  const failure = model.answersFailure.value;
  const shown = showsAll.value ? answers : answers?.slice(0, SHOWN_FIRST);
  return (
    <section aria-labelledby="answers-heading">
      <h2 id="answers-heading">{words.heading}</h2>
      <p class="muted">{words.lead}</p>
      {failure && <FailureNotice failure={failure} title={words.failed} />}
      {!answers && !failure && <p class="waiting">{texts.loading}</p>}
      {answers?.length === 0 && <p>{words.none}</p>}
      {shown && shown.length > 0 && (
        <ol class="answers">
          {shown.map((answer) => (
            <Answer key={answer.id} answer={answer} />
          ))}
        </ol>
      )}
      <div class="actions">
        {answers && shown && answers.length > shown.length && (
          <Button
            onPress={() => {
              showsAll.value = true;
            }}
          >
            {words.all({ count: answers.length })}
          </Button>
        )}
        <Button onPress={() => reload.run()} busy={reload.busy.value} busyLabel={words.reloading}>
          {words.reload}
        </Button>
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: AnswerView }) {
  const texts = currentTexts();
  const words = assistantTexts().answers;
  const { startedAt, ms, end, error, rounds, activities, sources, site } = answer;
  const facts = [
    secondsInWords(ms, locale.value),
    words.rounds({ count: rounds }),
    words.sources({ count: sources }),
    ...(site === 'default' ? [] : [site]),
  ];
  return (
    <li class={`answer ${TONES[end]}`}>
      <Icon name={TONES[end]} />
      <div>
        <p>
          <strong>{words.end[end]}</strong>
          <span class="muted">
            {' · '}
            <time dateTime={startedAt}>{momentInWords(startedAt, locale.value)}</time>
          </span>
        </p>
        <p class="muted tabular">{facts.join(' · ')}</p>
        {activities.length > 0 && (
          <ul class="steps" aria-label={words.steps}>
            {activities.map((activity, place) => (
              // Nothing tells two alike apart but their place.
              <Step key={place} activity={activity} tellsRound={rounds > 1} />
            ))}
          </ul>
        )}
        {error && (
          <p class="reference">
            {texts.reference}{' '}
            <a href={`/diagnostic?ref=${encodeURIComponent(error.ref)}`} aria-label={words.lookUp({ ref: error.ref })}>
              <code>{error.ref}</code>
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

interface StepProps {
  activity: AnswerActivityView;
  /** Where there was one round, it needs no saying. */
  tellsRound: boolean;
}

function Step({ activity: { kind, title, state, ms, round }, tellsRound }: StepProps) {
  const words = assistantTexts().answers;
  const facts = [
    ...(tellsRound ? [words.round({ round })] : []),
    ...(ms === undefined ? [] : [secondsInWords(ms, locale.value)]),
    words.state[state],
  ];
  return (
    <li class={state === 'failed' ? 'step-failed' : undefined}>
      {title ?? words.kind[kind]}
      <span class="muted tabular">{` · ${facts.join(' · ')}`}</span>
    </li>
  );
}
