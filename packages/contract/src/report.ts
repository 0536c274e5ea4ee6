/** The doctor's report: what `guichet doctor --json` prints and the diagnosis page's interface answers, the same object. */
import type { Cause } from './cause.ts';

export type CheckStatus = 'ok' | 'info' | 'warn' | 'fail' | 'skipped' | 'crashed';

/** How sure the doctor is. `unknown`: it cannot be told from here. */
export type Confidence = 'certain' | 'probable' | 'unknown';

/** From where something was seen. `browser`: the browser that shows the diagnosis page. */
export type Vantage = 'settings' | 'guichet' | 'public-address' | 'browser';

export interface ReportEvidence {
  label: string;
  observed: string;
  expected?: string;
  vantage: Vantage;
}

export interface ReportFix {
  text: string;
  /** Where to click in Open WebUI, as breadcrumbs in the words of the version that was found, joined by " > ". */
  where?: string;
  commands?: string[];
}

export interface ReportCheck {
  /** Permanent, e.g. `key/accepted`. */
  id: string;
  group: string;
  status: CheckStatus;
  confidence: Confidence;
  cause?: Cause;
  title: string;
  evidence: ReportEvidence[];
  /** What visitors see. */
  impact?: string;
  /** Whose turn it is. */
  actor?: string;
  fix: ReportFix[];
  /** Path of the guide's page about this check. */
  docUrl: string;
  ms: number;
}

export interface DoctorReport {
  schema: 1;
  /** ISO 8601. */
  generatedAt: string;
  /** Origin of the Open WebUI; empty when there is none. */
  target: string;
  /** `status`: the worst of all checks. */
  summary: {
    status: 'ok' | 'warn' | 'fail' | 'crashed';
    ok: number;
    warn: number;
    fail: number;
    skipped: number;
    crashed: number;
  };
  checks: ReportCheck[];
}
