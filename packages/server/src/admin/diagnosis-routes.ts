/** `/admin/api/diagnosis`: what is wrong, told while it is found. */
import { type DiagnosisLineView, DiagnosisWishSchema, type LastDiagnosisView } from '@guichet/contract/diagnosis-api';
import { ALL_CHECKS, type DoctorInput, makeReport, shareReport } from '@guichet/doctor';
import { createScrubber } from '@guichet/keys/scrub';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { DiagnosisDesk } from '../diagnosis/diagnosis-desk.ts';
import { diagnosisLines } from '../diagnosis/diagnosis-lines.ts';
import type { VisitorErrorLog } from '../diagnosis/visitor-error-log.ts';
import { visitorErrorView } from '../diagnosis/visitor-error-view.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';

export interface DiagnosisRouteParts {
  diagnoses: DiagnosisDesk;
  /** @param seenAt the address under which the operator's browser reached this server */
  doctorInput: (seenAt: string | undefined) => DoctorInput;
  visitorErrors: Pick<VisitorErrorLog, 'find'>;
  /** Takes every secret that this server knows out of a text; safe inside JSON. */
  scrub: (text: string) => string;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function diagnosisRoutes(app: OpenAPIHono<AppEnvironment>, parts: DiagnosisRouteParts): void {
  app.post('/admin/api/diagnosis', async (context) => {
    const wish = await readJsonBody(context, DiagnosisWishSchema);
    const only = ALL_CHECKS.find(({ id }) => id === wish.only)?.id;
    if (wish.only !== undefined && only === undefined) throw new ProblemError('bad-request');
    const seenAt = context.req.header('origin');
    const input = { ...parts.doctorInput(seenAt), browserTicks: wish.browserTicks, browserOrigin: seenAt };
    const run = parts.diagnoses.begin(input, { only, by: 'operator' });
    if (!run) throw new ProblemError('diagnosis-busy', { retryAfter: 5 });
    const scrub = createScrubber({ secrets: [input.credential?.trim() ?? ''] });
    return streamLines(context, diagnosisLines(run, context.get('locale')), (line) => parts.scrub(scrub(line)));
  });

  app.get('/admin/api/diagnosis', (context) => {
    const { last } = parts.diagnoses;
    if (!last) return context.json({} satisfies LastDiagnosisView, 200, NO_STORE);
    const locale = context.get('locale');
    const report = makeReport(last.run, locale);
    const view: LastDiagnosisView = { last: { report, markdown: shareReport(report, locale), by: last.by } };
    return context.body(parts.scrub(JSON.stringify(view)), 200, { ...NO_STORE, 'Content-Type': 'application/json' });
  });

  app.get('/admin/api/diagnosis/reference/:ref', async (context) => {
    const error = await parts.visitorErrors.find(context.req.param('ref'));
    if (!error) throw new ProblemError('not-found');
    return context.json(visitorErrorView(error, context.get('locale')), 200, NO_STORE);
  });
}

/** One line a happening, as it happens. A reader who leaves stops reading; the diagnosis goes on. */
function streamLines(
  context: Context<AppEnvironment>,
  lines: AsyncIterable<DiagnosisLineView>,
  scrub: (line: string) => string,
): Response {
  context.header('Content-Type', 'application/x-ndjson');
  context.header('Cache-Control', 'no-store, no-transform');
  context.header('X-Accel-Buffering', 'no');
  return stream(context, async (output) => {
    for await (const line of lines) {
      if (output.aborted) return;
      await output.write(`${scrub(JSON.stringify(line))}\n`);
    }
  });
}
