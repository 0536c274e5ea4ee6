import { locale } from '../../language/language.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { diagnosisTexts } from '../../text/diagnosis-page/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { asOfInWords, timeInWords } from '../../words/moment-in-words.ts';
import { ChainDrawing } from './chain-drawing.tsx';
import { chainState } from './chain-state.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import type { OutcomeInWords } from './outcome.ts';
import type { ShownCheck } from './shown-checks.ts';

export interface OutcomeCardProps {
  model: DiagnosisModel;
  outcome: OutcomeInWords;
  shown: readonly ShownCheck[];
}

/** How the whole stands: the sentence, the chain with its broken place, how far the look has come, and another look. */
export function OutcomeCard({ model, outcome, shown }: OutcomeCardProps) {
  const texts = currentTexts();
  const words = diagnosisTexts();
  const busy = model.busy.value;
  const { expected, arrived } = model.run.value;
  const known = new Map(shown.map(({ check }) => [check.id, check]));
  const order = expected.length > 0 ? expected : shown.map(({ check }) => check);
  const placed = order.map(({ id, group }) => ({ id, group, check: known.get(id) }));
  const looksAtAll = busy?.kind === 'measuring' || busy?.kind === 'everything';
  return (
    <div class={`card outcome-card ${outcome.tone}`}>
      <div class="state">
        <Icon name={outcome.tone === 'info' ? 'doing' : outcome.tone} />
        <div>
          <p class="state-what">
            {outcome.tone !== 'info' && <span class="unseen">{`${texts.mark[outcome.tone]}: `}</span>}
            {outcome.what}
          </p>
          {outcome.means.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
      <ChainDrawing chain={chainState(placed)} />
      <div class="outcome-foot">
        <Progress model={model} done={arrived.size} all={expected.length} />
        <Button
          onPress={() => void model.runAgain()}
          busy={busy !== undefined}
          busyLabel={looksAtAll ? words.running : words.runAgain}
        >
          {words.runAgain}
        </Button>
      </div>
    </div>
  );
}

/** One line: how far, or when it was looked at; and, before the first answer, from when that is what is shown. */
function Progress({ model, done, all }: { model: DiagnosisModel; done: number; all: number }) {
  const words = diagnosisTexts().outcome;
  const busy = model.busy.value;
  const earlier = model.earlier.value;
  const { end } = model.run.value;
  if (end && busy?.kind !== 'everything' && busy?.kind !== 'measuring') {
    const time = timeInWords(new Date(end.report.generatedAt), locale.value);
    return <p class="muted tabular">{words.lookedAt({ count: end.report.checks.length, time })}</p>;
  }
  const moment = earlier && asOfInWords(new Date(earlier.report.generatedAt), locale.value, new Date());
  const said = earlier?.by === 'watch' ? words.seenByWatch : words.seenBefore;
  return (
    <div class="muted tabular">
      {busy?.kind === 'measuring' && !moment && <p>{words.measuring}</p>}
      {moment && busy && <p>{said({ moment })}</p>}
      {all > 0 && (
        <p class="run-progress">
          <progress value={done} max={all} aria-label={currentTexts().diagnosis.title} />
          {words.progress({ done, all })}
        </p>
      )}
    </div>
  );
}
