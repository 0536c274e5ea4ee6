import type { SetUpPlanView } from '@guichet/contract/admin-api';
import { useSignal } from '@preact/signals';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { SetUpModel } from './set-up-model.ts';

export interface QuestionsProps {
  setUp: SetUpModel;
  questions: SetUpPlanView['questions'];
}

/** What is there already and is not Guichet's: kept, or used? Nothing is chosen beforehand. */
export function Questions({ setUp, questions }: QuestionsProps) {
  const texts = currentTexts();
  const words = texts.setUp;
  const answers = useSignal<Readonly<Record<string, string>>>({});
  const tried = useSignal(false);
  const isMissing = questions.some(({ id }) => answers.value[id] === undefined);
  const submit = useAction(async () => {
    tried.value = isMissing;
    if (isMissing) return announce(words.answerFirst);
    await setUp.planWith({ answers: answers.value });
  });
  return (
    <Form class="form" onSubmit={submit.run}>
      <h4>{words.questions}</h4>
      {questions.map(({ id, text, choices }) => (
        <fieldset key={id} class="ways stacked">
          <legend>{text}</legend>
          {choices.map((choice) => (
            <label key={choice.id} class="way">
              <input
                type="radio"
                name={`set-up-${id}`}
                checked={answers.value[id] === choice.id}
                onChange={() => {
                  answers.value = { ...answers.value, [id]: choice.id };
                }}
              />
              {choice.text}
            </label>
          ))}
        </fieldset>
      ))}
      {tried.value && isMissing && <p class="field-error">{words.answerFirst}</p>}
      <div class="actions">
        <Button look="main" type="submit" busy={submit.busy.value} busyLabel={texts.current.checking}>
          {words.answer}
        </Button>
      </div>
    </Form>
  );
}
