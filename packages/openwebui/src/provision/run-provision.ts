/** Carries a plan out, step by step. What is there is left; what fails stops it, and can be gone on with or undone. */
import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { processSignInLimiter, type SignInLimiter } from '../sign-in/sign-in-limiter.ts';
import { createAdministrator } from './administrator.ts';
import type { ProvisionRecord } from './provision-record.ts';
import type {
  FinishedStep,
  ProvisionedSecrets,
  ProvisionPlan,
  ProvisionResult,
  Step,
  StepOutcome,
} from './provision-types.ts';
import type { Scene } from './scene.ts';
import { StepFailure } from './step-failure.ts';
import { STEPS } from './steps.ts';

export interface ProvisionWatch {
  /** Told before each step and waited for. */
  onBefore?(step: Step): void | Promise<void>;
  onAfter?(step: Step, result: StepOutcome): void | Promise<void>;
  /** Told whenever the record changes, before the request it is about: to be kept, for going on and for undoing. */
  onRecord?(record: ProvisionRecord): void | Promise<void>;
}

export interface ProvisionExtras {
  /** The service account's password from a former run, where it was kept; otherwise it is replaced when needed. */
  servicePassword?: Secret;
  /** The secret of its authenticator, kept with it. */
  authenticatorKey?: Secret;
  limiter?: SignInLimiter;
}

export async function runProvision(
  desk: Desk,
  credential: Secret,
  plan: ProvisionPlan,
  watch: ProvisionWatch = {},
  extras: ProvisionExtras = {},
): Promise<ProvisionResult> {
  const { cannot, questions } = plan;
  if (cannot.length > 0 || questions.length > 0) return { kind: 'not-started', cannot, questions };
  const record = structuredClone(plan.record);
  const scene: Scene = {
    administrator: createAdministrator(desk, credential),
    record,
    model: plan.model,
    save: async () => watch.onRecord?.(structuredClone(record)),
    limiter: extras.limiter ?? processSignInLimiter,
    ...(extras.servicePassword && { password: extras.servicePassword, signInKept: true as const }),
    ...(extras.authenticatorKey && { authenticatorKey: extras.authenticatorKey }),
  };
  const steps: FinishedStep[] = [];
  for (const step of plan.steps) {
    await watch.onBefore?.(step);
    const result = await carryOut(scene, step);
    steps.push({ step, result });
    await watch.onAfter?.(step, result);
    if (result.outcome === 'failed') return { kind: 'stopped', at: step.id, record, steps, ...secretsOf(scene) };
  }
  const secrets = secretsOf(scene);
  if (!secrets.credential) throw new Error('a plan without the step make-key was carried out');
  return { kind: 'done', record, steps, ...secrets, credential: secrets.credential };
}

async function carryOut(scene: Scene, step: Step): Promise<StepOutcome> {
  try {
    return { outcome: await STEPS[step.kind](scene, step) };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return { outcome: 'failed', why: error.why, failure: error.failure };
  }
}

function secretsOf({ key, password, authenticatorKey }: Scene): Partial<ProvisionedSecrets> {
  return {
    ...(key && { credential: key }),
    ...(password && { servicePassword: password }),
    ...(authenticatorKey && { authenticatorKey }),
  };
}
