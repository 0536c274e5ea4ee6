import { defineCheck } from '../../check.ts';
import { isRecord } from '../../evidence/is-record.ts';
import { fail, ok, saw } from '../../verdict.ts';

export const upstreamIsOpenWebUi = defineCheck({
  id: 'upstream/is-open-webui',
  causes: ['not-open-webui'],
  after: ['upstream/proxy-error', 'upstream/redirect', 'upstream/login-wall'],
  needs: ['front'],
  run({ front }) {
    const { health } = front;
    if (front.isOpenWebUi || health.kind !== 'reply') return ok();
    const { status, isHtml, title, contentType, hasProcessTime } = health.reply;
    // It marks its replies like Open WebUI: an error inside it is more likely than another program.
    if (hasProcessTime) {
      return fail({
        cause: 'not-open-webui',
        confidence: 'unknown',
        said: { key: 'openWebUiIsIll', args: { status } },
        impact: { key: 'noAnswers' },
        actor: { key: 'administrator' },
        evidence: [saw('status', status)],
        fix: [{ how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] }],
      });
    }
    if (front.isOllama) {
      return fail({
        cause: 'not-open-webui',
        confidence: 'certain',
        said: { key: 'anotherProgram', args: { title: 'Ollama' } },
        impact: { key: 'noAnswers' },
        actor: { key: 'operator' },
        evidence: [saw('status', status)],
        fix: [{ how: { key: 'checkPort' } }, { how: { key: 'openInBrowser' } }],
      });
    }
    // A proxy also says "not found" or "too many" for an Open WebUI that is stopped or guarded behind it.
    const isOwnWord = status < 400 && !saysHealthy(health.reply.json);
    const singlePage = isHtml && status === 200;
    return fail({
      cause: 'not-open-webui',
      confidence: isOwnWord ? 'certain' : 'probable',
      ...(title && { said: { key: 'anotherProgram', args: { title } } }),
      ...(singlePage && !title && { said: { key: 'pageForEverything' } }),
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('status', status), saw('contentType', contentType || '–', { expected: 'application/json' })],
      fix: [{ how: { key: 'openInBrowser' } }, { how: { key: 'checkPort' } }],
    });
  },
});

/** The right word, and nothing else of Open WebUI. */
function saysHealthy(json: unknown): boolean {
  return isRecord(json) && json.status === true;
}
