/** What `--json` prints and the page's interface answers: the same object. */
import type { Cause } from '@guichet/contract/cause';
import type { CheckId } from '../text/texts.ts';
import type { Confidence, Vantage } from '../verdict.ts';

export type CheckStatus = 'ok' | 'info' | 'warn' | 'fail' | 'skipped' | 'crashed';

export interface ReportEvidence {
  label: string;
  observed: string;
  expected?: string;
  vantage: Vantage;
}

export interface ReportFix {
  text: string;
  /** Where to click in Open WebUI, as breadcrumbs in the words of the version that was found. */
  where?: string;
  commands?: string[];
}

export interface ReportCheck {
  id: CheckId;
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
