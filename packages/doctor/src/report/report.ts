/** The report with this package's own ids of checks; its shape is the contract's. */
import type * as contract from '@guichet/contract/report';
import type { CheckId } from '../text/texts.ts';

export type { CheckStatus, ReportEvidence, ReportFix } from '@guichet/contract/report';

export interface ReportCheck extends contract.ReportCheck {
  id: CheckId;
}

export interface DoctorReport extends contract.DoctorReport {
  checks: ReportCheck[];
}
