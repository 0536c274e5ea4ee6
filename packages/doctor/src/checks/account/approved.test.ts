import { checkTable } from '../../testing/check-table.ts';
import { access, refused } from '../../testing/evidence.ts';
import { accountApproved } from './approved.ts';

checkTable(accountApproved, [
  ['its key is taken', { access: access('echo') }, 'ok'],
  ['refused for another reason', { access: refused('key-unknown') }, 'skip nothingToSee'],
  [
    'Open WebUI says that it waits for approval',
    { access: refused('account-pending', { status: 403 }) },
    'fail certain account-pending | noAnswers → administrator | approve@approve-account | status 403',
  ],
  [
    'the same, with less to tell from',
    { access: refused('account-pending', { confidence: 'probable' }) },
    'fail probable account-pending | noAnswers → administrator | approve@approve-account',
  ],
  ['nobody knows why it failed', { access: refused('timeout') }, 'skip nothingToSee'],
]);
