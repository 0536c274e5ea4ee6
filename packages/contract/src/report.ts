/** The doctor's report: what `guichet doctor --json` prints and the diagnosis page's interface answers, the same object. */
import { z } from 'zod';
import { CAUSES } from './cause.ts';
import { maybe } from './maybe.ts';

export const CheckStatusSchema = z
  .enum(['ok', 'info', 'warn', 'fail', 'skipped', 'crashed'])
  .meta({ id: 'CheckStatus' });
export type CheckStatus = z.infer<typeof CheckStatusSchema>;

/** How sure the doctor is. `unknown`: it cannot be told from here. */
export const ConfidenceSchema = z.enum(['certain', 'probable', 'unknown']).meta({ id: 'Confidence' });
export type Confidence = z.infer<typeof ConfidenceSchema>;

/** From where something was seen. `browser`: the browser that shows the diagnosis page. */
export const VantageSchema = z.enum(['settings', 'guichet', 'public-address', 'browser']).meta({ id: 'Vantage' });
export type Vantage = z.infer<typeof VantageSchema>;

export const ReportEvidenceSchema = z
  .object({
    label: z.string(),
    observed: z.string(),
    expected: maybe(z.string()),
    vantage: VantageSchema,
  })
  .meta({ id: 'ReportEvidence' });
export type ReportEvidence = z.infer<typeof ReportEvidenceSchema>;

export const ReportFixSchema = z
  .object({
    text: z.string(),
    /** Where to click in Open WebUI, as breadcrumbs in the words of the version that was found, joined by " > ". */
    where: maybe(z.string()),
    commands: maybe(z.array(z.string())),
  })
  .meta({ id: 'ReportFix' });
export type ReportFix = z.infer<typeof ReportFixSchema>;

export const ReportCheckSchema = z
  .object({
    /** Permanent, e.g. `key/accepted`. */
    id: z.string(),
    group: z.string(),
    status: CheckStatusSchema,
    confidence: ConfidenceSchema,
    cause: maybe(z.enum(CAUSES)),
    title: z.string(),
    evidence: z.array(ReportEvidenceSchema),
    /** What visitors see. */
    impact: maybe(z.string()),
    /** Whose turn it is. */
    actor: maybe(z.string()),
    fix: z.array(ReportFixSchema),
    /** Path of the guide's page about this check. */
    docUrl: z.string(),
    ms: z.number(),
  })
  .meta({ id: 'ReportCheck' });
export type ReportCheck = z.infer<typeof ReportCheckSchema>;

export const DoctorReportSchema = z
  .object({
    schema: z.literal(1),
    /** ISO 8601. */
    generatedAt: z.string(),
    /** Origin of the Open WebUI; empty when there is none. */
    target: z.string(),
    /** `status`: the worst of all checks. */
    summary: z.object({
      status: z.enum(['ok', 'warn', 'fail', 'crashed']),
      ok: z.number(),
      warn: z.number(),
      fail: z.number(),
      skipped: z.number(),
      crashed: z.number(),
    }),
    checks: z.array(ReportCheckSchema),
  })
  .meta({ id: 'DoctorReport' });
export type DoctorReport = z.infer<typeof DoctorReportSchema>;
