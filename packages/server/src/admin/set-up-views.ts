/** What the console is shown of a set-up, in words. */
import type { SetUpPlanView, SetUpStateView, SetUpStepView } from '@guichet/contract/admin-api';
import type { ProvisionPlan, Step, StepOutcome, UndoneStep } from '@guichet/openwebui/provision';
import type { PlannedSetUp, UndoneSetUp } from '../set-up/set-up-for-me.ts';
import type { SetUpRecord } from '../set-up/set-up-record.ts';
import { siteInWords } from '../set-up/set-up-sites.ts';
import type { SetUpTexts } from '../set-up/set-up-texts.ts';
import type { SiteRecord } from '../storage/site-records.ts';
import { siteNameView } from './assistant-routes.ts';

export function stateView(site: string, sites: readonly SiteRecord[], record: SetUpRecord | undefined): SetUpStateView {
  const own = record?.sites[site];
  return {
    site,
    canUndo: own !== undefined,
    ...(own && { startedAt: own.startedAt }),
    ...(own?.wholeAgent && { wholeAgent: true }),
    sites: sites.map((one) => ({ ...siteNameView(one), prepared: record?.sites[one.id] !== undefined })),
  };
}

/** The last word on what was taken back. */
export function undoneText(undone: UndoneSetUp | undefined, ok: boolean, texts: SetUpTexts): string {
  if (undone === undefined) return texts.nothingToUndo;
  if (!ok) return texts.stopped;
  return undone.left.length === 0 ? texts.state.undone : texts.ofSite.undone(undone.left.map(siteInWords).join(', '));
}

/** Before there is a key, nobody has chosen what answers: that is asked before anything else is planned. */
export function whichModelView(
  plan: ProvisionPlan,
  models: { id: string; name: string }[],
  texts: SetUpTexts,
): SetUpPlanView {
  const choices = models.map(({ id, name }) => ({ id, text: name === id ? id : `${name} (${id})` }));
  const questions = [{ id: 'model', text: texts.whichModel, choices }];
  return { version: plan.version, model: { id: '', name: '' }, steps: [], obstacles: [], questions, notes: [] };
}

/** @param byChance the model that answered on a site that names none */
export function planView(
  { plan, shared, sharesOthers }: PlannedSetUp,
  byChance: string | undefined,
  texts: SetUpTexts,
): SetUpPlanView {
  const { ofSite } = texts;
  return {
    version: plan.version,
    model: plan.model,
    steps: plan.steps.map((step) => stepView(step, texts)),
    obstacles: plan.cannot.map(({ what }) => texts.obstacleInConsole[what] ?? texts.obstacle[what]),
    questions: plan.questions.map(({ id, choices, facts }) => ({
      id,
      text: texts.question[id](facts),
      choices: choices.map((choice) => ({
        id: choice,
        text: choice === 'use-it' ? texts.choice['use-it'][id] : texts.choice['make-another'][id],
      })),
    })),
    notes: [
      ...(byChance === undefined ? [] : [ofSite.noOwnModel(byChance)]),
      ...(sharesOthers ? [ofSite.sharesOthers] : []),
      ...(shared ? [ofSite.shared[shared.how]({ sites: shared.sites.join(', '), model: shared.model })] : []),
      ...plan.notes.map((note) => texts.note[note]),
    ],
  };
}

export function stepView(step: Step, texts: SetUpTexts): SetUpStepView {
  return { id: step.id, text: texts.step[step.kind](step.facts), state: step.state };
}

export function outcomeView(step: Step, outcome: StepOutcome, texts: SetUpTexts): SetUpStepView {
  const view = { ...stepView(step, texts), state: outcome.outcome };
  return outcome.outcome === 'failed' ? { ...view, why: texts.why[outcome.why] } : view;
}

export function undoneView({ step, result }: UndoneStep, texts: SetUpTexts): SetUpStepView {
  const view = { id: step.id, text: texts.undo[step.kind](step.facts), state: result.outcome };
  if (result.outcome === 'failed') return { ...view, why: texts.why[result.why] };
  return result.outcome === 'kept' ? { ...view, why: texts.kept[result.why] } : view;
}
