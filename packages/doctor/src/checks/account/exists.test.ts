import { checkTable } from '../../testing/check-table.ts';
import { access, front, frontWithoutVersion, refused } from '../../testing/evidence.ts';
import { accountExists } from './exists.ts';

checkTable(accountExists, [
  ['its key is taken', { front: front(), access: access('echo') }, 'ok'],
  ['refused for another reason', { front: front(), access: refused('key-unknown') }, 'skip nothingToSee'],
  [
    'gone, says a version that says it of nothing else',
    { front: front({ openWebUiVersion: '0.11.4' }), access: refused('account-gone') },
    'fail certain account-gone | noAnswers → administrator | addAccount@add-account, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'gone or switched off, says 0.12',
    { front: front({ openWebUiVersion: '0.12.0' }), access: refused('account-gone', { status: 403 }) },
    'fail probable account-gone | noAnswers → administrator | addAccount@add-account, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | status 403',
  ],
  [
    'gone, says one that hides its version',
    { front: frontWithoutVersion(), access: refused('account-gone') },
    'fail probable account-gone | noAnswers → administrator | addAccount@add-account, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  ['nobody knows why it failed', { front: front(), access: refused('timeout') }, 'skip nothingToSee'],
  ['refused because it waits for approval', { front: front(), access: refused('account-pending') }, 'ok'],
]);
