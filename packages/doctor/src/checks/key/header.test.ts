import { checkTable } from '../../testing/check-table.ts';
import { access, refused } from '../../testing/evidence.ts';
import { keyHeader } from './header.ts';

checkTable(keyHeader, [
  ['its key is taken', { access: access('echo') }, 'ok'],
  ['refused for another reason', { access: refused('key-unknown') }, 'ok'],
  [
    'somebody on the way takes the header off',
    { access: refused('header-stripped', { status: 401 }) },
    'fail certain header-stripped | noAnswers → network | passAuthorization {proxy_set_header Authorization $http_authorization;}, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080} | status 401',
  ],
  [
    'so it seems, and no status is told',
    { access: refused('header-stripped', { confidence: 'probable' }) },
    'fail probable header-stripped | noAnswers → network | passAuthorization {proxy_set_header Authorization $http_authorization;}, useInnerAddress {OPENWEBUI_URL=http://open-webui:8080}',
  ],
  ['nobody knows why it failed', { access: refused('timeout') }, 'skip nothingToSee'],
]);
