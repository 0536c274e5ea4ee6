/** The words of "set up for me": each step before and after it is done, what stands in the way, what is asked. */
import type {
  KeptReason,
  Note,
  Obstacle,
  QuestionId,
  StepFacts,
  StepFailureReason,
  StepKind,
} from '@guichet/openwebui/provision';
import type { ReachId } from '@guichet/openwebui/reach';
import type { SharedModel } from './set-up-sites.ts';
import type { NamedKind } from './whole-agent-texts.ts';

export interface SetUpTexts {
  /** What a step will do. */
  step: Record<StepKind, (facts: StepFacts) => string>;
  /** What taking it back will do. */
  undo: Record<StepKind, (facts: StepFacts) => string>;
  state: { toDo: string; already: string; done: string; undone: string; kept: string; failed: string };
  why: Record<StepFailureReason, string>;
  kept: Record<KeptReason, string>;
  note: Record<Note, string>;
  obstacle: Record<Obstacle['what'], string>;
  /** The same in the console, where a sentence names what only a command has. */
  obstacleInConsole: Partial<Record<Obstacle['what'], string>>;
  question: Record<QuestionId, (facts: StepFacts) => string>;
  /** Nobody has named one yet. */
  whichModel: string;
  choice: { 'make-another': Record<QuestionId, string>; 'use-it': Record<QuestionId, string> };
  /** Built-in tools by kind, where a sentence lists them. */
  kindNames: Record<NamedKind, string>;
  /** The site now answers by the copy. */
  modelChosen: (id: string) => string;
  allowList: { propose: (line: string) => string; done: string; undone: string };
  /** What whoever found the credential could do. */
  reach: {
    finding: Record<ReachId, string>;
    remedy: string;
    placeProbable: (a: { version: string }) => string;
    notBound: string;
  };
  /** Said at the ends. */
  finished: (fingerprint: string) => string;
  stopped: string;
  /** The same in the console, where a button takes it back. */
  finishedInConsole: string;
  stoppedInConsole: string;
  nothingToUndo: string;
  /** Something else was set up since the plan was made. */
  outOfDate: string;
  /** One site among several; `sites` lists others. */
  ofSite: {
    noOwnModel: (model: string) => string;
    /** The account gets to use what answers on the others, because they are asked with its key from then on. */
    sharesOthers: string;
    /** Another site has the same model. */
    shared: Record<SharedModel['how'], (a: { sites: string; model: string }) => string>;
    /** Only this one was taken back. */
    undone: (sites: string) => string;
  };
  nothingChanged: string;
  ask: { confirm: string; email: string; password: string; code: string; session: string };
}
