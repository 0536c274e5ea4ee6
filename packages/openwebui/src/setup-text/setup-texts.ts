/** Everything that exchange, set-up, undo and blast radius have to say, in one language. Data in, sentences out. */
import type { KeyExchange, KeyPlace } from '../key-exchange/key-exchange-types.ts';
import type {
  KeptReason,
  Note,
  Obstacle,
  QuestionChoice,
  QuestionId,
  StepFacts,
  StepFailureReason,
  StepKind,
} from '../provision/provision-types.ts';
import type { ReachId } from '../reach/reach-probes.ts';
import type { TryLimit } from '../sign-in/sign-in-limiter.ts';
import type { CodeRefusal, SecondStep, SignInRefusal } from '../sign-in/sign-in-types.ts';

export interface SetupTexts {
  /** What a step does, before it is done. */
  step: Record<StepKind, (facts: StepFacts) => string>;
  /** What undoing it does, and what is lost by it. Steps without a part of their own in an undo are left out. */
  undo: Record<
    Extract<StepKind, 'make-account' | 'share-model' | 'share-knowledge' | 'make-group' | 'switch-keys-on'>,
    (facts: StepFacts) => string
  >;
  outcome: Record<'done' | 'already' | 'undone', string>;
  stepFailed: Record<StepFailureReason, string>;
  kept: Record<KeptReason, string>;
  note: Record<Note, string>;
  obstacle: Record<Obstacle['what'], string>;
  question: Record<QuestionId, (facts: StepFacts) => string>;
  choice: Record<QuestionId, Record<QuestionChoice, string>>;
  signIn: {
    refused: Record<SignInRefusal, string>;
    secondStep: Record<SecondStep, string>;
    codeRefused: Record<CodeRefusal, string>;
    pending: string;
    limited: (limit: TryLimit, retryAfterSeconds: number) => string;
    failed: string;
  };
  exchange: Record<Exclude<KeyExchange['kind'], 'keys-off'>, string> & {
    'keys-off': Record<KeyPlace['what'], string>;
    renewal: string;
  };
  reach: Record<ReachId, string>;
  allowList: { what: string; everybody: string; keptOthers: (entries: readonly string[]) => string };
}
