import { checkTable } from '../../testing/check-table.ts';
import { failed, foreignReply, front, notOpenWebUi, reply } from '../../testing/evidence.ts';
import { upstreamIsOpenWebUi } from './is-open-webui.ts';

checkTable(upstreamIsOpenWebUi, [
  ['it is', { front: front() }, 'ok'],
  ['nothing answered, which has a check of its own', { front: notOpenWebUi(failed('timeout')) }, 'ok'],
  [
    'it is marked like Open WebUI, and ill',
    { front: notOpenWebUi(reply(500)) },
    'fail unknown not-open-webui openWebUiIsIll(status 500) | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | status 500',
  ],
  [
    'Ollama',
    { front: notOpenWebUi(foreignReply(200, { isHtml: false, contentType: 'text/plain' }), { isOllama: true }) },
    'fail certain not-open-webui anotherProgram(title Ollama) | noAnswers → operator | checkPort, openInBrowser | status 200',
  ],
  [
    'a page with a title',
    { front: notOpenWebUi(foreignReply(200, { title: 'Nextcloud' })) },
    'fail certain not-open-webui anotherProgram(title Nextcloud) | noAnswers → operator | openInBrowser, checkPort | status 200, contentType text/html (application/json)',
  ],
  [
    'a page for everything, without a title',
    { front: notOpenWebUi(foreignReply(200)) },
    'fail certain not-open-webui pageForEverything | noAnswers → operator | openInBrowser, checkPort | status 200, contentType text/html (application/json)',
  ],
  [
    'JSON of somebody else',
    { front: notOpenWebUi(reply(200, { hasProcessTime: false, json: { ok: 1 } })) },
    'fail certain not-open-webui | noAnswers → operator | openInBrowser, checkPort | status 200, contentType application/json (application/json)',
  ],
  [
    'healthy, it says, and nothing else of Open WebUI',
    { front: notOpenWebUi(reply(200, { hasProcessTime: false, json: { status: true } })) },
    'fail probable not-open-webui | noAnswers → operator | openInBrowser, checkPort | status 200, contentType application/json (application/json)',
  ],
  [
    'not found, says somebody',
    { front: notOpenWebUi(foreignReply(404, { title: '404 Not Found' })) },
    'fail probable not-open-webui anotherProgram(title 404 Not Found) | noAnswers → operator | openInBrowser, checkPort | status 404, contentType text/html (application/json)',
  ],
  [
    'nothing to read',
    { front: notOpenWebUi(foreignReply(404, { contentType: '' })) },
    'fail probable not-open-webui | noAnswers → operator | openInBrowser, checkPort | status 404, contentType – (application/json)',
  ],
  [
    'nothing but the word null',
    { front: notOpenWebUi(reply(200, { hasProcessTime: false, json: null })) },
    'fail certain not-open-webui | noAnswers → operator | openInBrowser, checkPort | status 200, contentType application/json (application/json)',
  ],
  [
    'a list',
    { front: notOpenWebUi(reply(200, { hasProcessTime: false, json: [] })) },
    'fail certain not-open-webui | noAnswers → operator | openInBrowser, checkPort | status 200, contentType application/json (application/json)',
  ],
  [
    'not healthy, it says',
    { front: notOpenWebUi(reply(200, { hasProcessTime: false, json: { status: 'UP' } })) },
    'fail certain not-open-webui | noAnswers → operator | openInBrowser, checkPort | status 200, contentType application/json (application/json)',
  ],
]);
