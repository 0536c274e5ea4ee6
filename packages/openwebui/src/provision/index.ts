export { createDesk, type Desk, type DeskOptions } from '../desk/desk.ts';
export type { DeskFailure } from '../desk/desk-failure.ts';
export { Secret } from '../desk/secret.ts';
export { listSharableModels } from './list-sharable-models.ts';
export { planProvision } from './plan-provision.ts';
export type { ProvisionRecord, ShareRecord, WholeAgentRecord } from './provision-record.ts';
export type {
  FinishedStep,
  KeptReason,
  Note,
  Obstacle,
  Origin,
  ProvisionedSecrets,
  ProvisionPlan,
  ProvisionResult,
  ProvisionWishes,
  Question,
  QuestionChoice,
  QuestionId,
  Step,
  StepFacts,
  StepFailureReason,
  StepKind,
  StepOutcome,
  UndoneStep,
  UndoOutcome,
} from './provision-types.ts';
export { type ProvisionExtras, type ProvisionWatch, runProvision } from './run-provision.ts';
export { type UndoWishes, unprovision } from './unprovision.ts';
export { type ModelUndoWishes, type UndoneModels, unprovisionModels } from './unprovision-models.ts';
