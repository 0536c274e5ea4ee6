/** The bodies of `/admin/api/diagnosis`, shared by server and console. No body holds a secret. */
import { z } from 'zod';
import { CauseOrUnknownSchema } from './cause-schema.ts';
import { maybe } from './maybe.ts';
import { DoctorReportSchema, ReportCheckSchema } from './report.ts';

/** Ten are sent; a browser that saw each in two pieces is still told of. */
const MOST_ARRIVALS = 50;

/** When each tick of `/v1/ticks` came in the browser, in milliseconds after the request. */
export const BrowserTicksViewSchema = z
  .object({
    arrivals: z.array(z.number().min(0).max(600_000)).max(MOST_ARRIVALS),
    /** `Content-Encoding`, where the browser was told one. */
    encoding: maybe(z.string().max(40)),
  })
  .meta({
    id: 'BrowserTicksView',
    description: 'When each tick of `/v1/ticks` reached the browser, in ms after the request.',
  });
export type BrowserTicksView = z.infer<typeof BrowserTicksViewSchema>;

/** Body of `POST /admin/api/diagnosis`. */
export const DiagnosisWishSchema = z
  .object({
    /** Only this check, and those it rests on: "check again". */
    only: maybe(z.string().max(100).meta({ description: 'ID of a check, for example `key/accepted`.' })),
    browserTicks: maybe(BrowserTicksViewSchema),
  })
  .meta({ id: 'DiagnosisWish' });
export type DiagnosisWish = z.infer<typeof DiagnosisWishSchema>;

/** Lines of newline-delimited JSON while a diagnosis runs; exactly one `end` or `failed` is the last. */
export const DiagnosisLineViewSchema = z
  .discriminatedUnion('kind', [
    /** Every check that will be reported, in order, so that the page can show what is still awaited. */
    z.object({
      kind: z.literal('begin'),
      checks: z.array(
        z.object({
          id: z.string(),
          group: z.string(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('check'),
      check: ReportCheckSchema,
    }),
    /** It has been waiting for two seconds; `text` says so. */
    z.object({
      kind: z.literal('slow'),
      id: z.string(),
      text: z.string(),
    }),
    /** `markdown`: the report made for sharing, by allow-list. With `only`, the report holds those checks alone. */
    z.object({
      kind: z.literal('end'),
      report: DoctorReportSchema,
      markdown: z.string(),
    }),
    /** The doctor itself failed; what it had said before stands. */
    z.object({
      kind: z.literal('failed'),
      text: z.string(),
    }),
  ])
  .meta({ id: 'DiagnosisLineView' });
export type DiagnosisLineView = z.infer<typeof DiagnosisLineViewSchema>;

/** Answer of `GET /admin/api/diagnosis`: the last whole run, by an operator or by the watch. */
export const LastDiagnosisViewSchema = z
  .object({
    last: maybe(
      z.object({
        report: DoctorReportSchema,
        markdown: z.string(),
        by: z.enum(['operator', 'watch']),
      }),
    ),
  })
  .meta({ id: 'LastDiagnosisView' });
export type LastDiagnosisView = z.infer<typeof LastDiagnosisViewSchema>;

/** Answer of `GET /admin/api/diagnosis/reference/{ref}`: what a visitor was not told. 404 for one that is unknown or too old. */
export const VisitorErrorViewSchema = z
  .object({
    ref: z.string(),
    /** ISO 8601. */
    at: z.string(),
    /** Code of the error catalogue, and what the visitor read, in the operator's language. */
    code: z.string(),
    detail: z.string(),
    cause: maybe(CauseOrUnknownSchema),
    causeText: maybe(z.string()),
    /** The check that looks for this cause; its finding answers the reference. */
    checkId: maybe(z.string()),
    /** The origin that was refused, when `code` is `origin-not-allowed`. */
    origin: maybe(z.string()),
  })
  .meta({ id: 'VisitorErrorView' });
export type VisitorErrorView = z.infer<typeof VisitorErrorViewSchema>;
