import { checkTable } from '../../testing/check-table.ts';
import { failed, foreignReply, front, notOpenWebUi, reply } from '../../testing/evidence.ts';
import { upstreamLoginWall } from './login-wall.ts';

checkTable(upstreamLoginWall, [
  ['Open WebUI answers', { front: front() }, 'ok'],
  ['Open WebUI answers elsewhere, and a guard keeps its health', { front: front({ health: foreignReply(401) }) }, 'ok'],
  ['nothing answers', { front: notOpenWebUi(failed('timeout')) }, 'ok'],
  ['a page of somebody else’s', { front: notOpenWebUi(foreignReply(200, { title: 'Nextcloud' })) }, 'ok'],
  [
    'a box that asks for a password',
    { front: notOpenWebUi(foreignReply(401, { asksForPassword: true })) },
    'fail certain not-open-webui loginWall | noAnswers → network | letGuichetThrough, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 401',
  ],
  [
    'a way to a sign-in',
    { front: notOpenWebUi(foreignReply(302, { location: 'https://auth.example.com/oauth2/start' })) },
    'fail certain not-open-webui loginWall | noAnswers → network | letGuichetThrough, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 302, location https://auth.example.com/oauth2/start',
  ],
  ['a way elsewhere', { front: notOpenWebUi(foreignReply(302, { location: 'https://www.example.com/' })) }, 'ok'],
  [
    'a page with a form for a password',
    { front: notOpenWebUi(foreignReply(200, { looksLikeSignIn: true, title: 'Authelia' })) },
    'fail probable not-open-webui loginWall | noAnswers → network | letGuichetThrough, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 200, pageTitle Authelia',
  ],
  [
    'somebody who lets nobody in',
    { front: notOpenWebUi(foreignReply(403)) },
    'fail probable not-open-webui loginWall | noAnswers → network | letGuichetThrough, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 403',
  ],
  [
    'somebody who wants a sign-in and asks for none',
    { front: notOpenWebUi(foreignReply(401)) },
    'fail probable not-open-webui loginWall | noAnswers → network | letGuichetThrough, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 401',
  ],
  ['Open WebUI itself, which refuses its health', { front: notOpenWebUi(reply(403)) }, 'ok'],
  [
    'a box that asks for a password, with Open WebUI’s mark',
    { front: notOpenWebUi(reply(401, { asksForPassword: true })) },
    'fail certain not-open-webui loginWall | noAnswers → network | letGuichetThrough, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 401',
  ],
]);
