/** The bodies of `/admin/api/diagnosis`, shared by server and console. No body holds a secret. */
import type { Cause } from './cause.ts';
import type { DoctorReport, ReportCheck } from './report.ts';

/** When each tick of `/v1/ticks` came in the browser, in milliseconds after the request. */
export interface BrowserTicksView {
  arrivals: number[];
  /** `Content-Encoding`, where the browser was told one. */
  encoding?: string;
}

/** Body of `POST /admin/api/diagnosis`. */
export interface DiagnosisWish {
  /** Only this check, and those it rests on: "check again". */
  only?: string;
  browserTicks?: BrowserTicksView;
}

/** Lines of newline-delimited JSON while a diagnosis runs; exactly one `end` or `failed` is the last. */
export type DiagnosisLineView =
  /** Every check that will be reported, in order, so that the page can show what is still awaited. */
  | { kind: 'begin'; checks: { id: string; group: string }[] }
  | { kind: 'check'; check: ReportCheck }
  /** It has been waiting for two seconds; `text` says so. */
  | { kind: 'slow'; id: string; text: string }
  /** `markdown`: the report made for sharing, by allow-list. With `only`, the report holds those checks alone. */
  | { kind: 'end'; report: DoctorReport; markdown: string }
  /** The doctor itself failed; what it had said before stands. */
  | { kind: 'failed'; text: string };

/** Answer of `GET /admin/api/diagnosis`: the last whole run, by an operator or by the watch. */
export interface LastDiagnosisView {
  last?: { report: DoctorReport; markdown: string; by: 'operator' | 'watch' };
}

/** Answer of `GET /admin/api/diagnosis/reference/{ref}`: what a visitor was not told. 404 for one that is unknown or too old. */
export interface VisitorErrorView {
  ref: string;
  /** ISO 8601. */
  at: string;
  /** Code of the error catalogue, and what the visitor read, in the operator's language. */
  code: string;
  detail: string;
  cause?: Cause | 'unknown';
  causeText?: string;
  /** The check that looks for this cause; its finding answers the reference. */
  checkId?: string;
  /** The site whose page was refused, when `code` is `origin-not-allowed`. */
  origin?: string;
}
