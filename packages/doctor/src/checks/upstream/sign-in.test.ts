import { checkTable } from '../../testing/check-table.ts';
import { front } from '../../testing/evidence.ts';
import { signIn } from './sign-in.ts';

checkTable(signIn, [
  ['one has to sign in', { front: front({ signInOff: false }) }, 'ok'],
  ['it is not told', { front: front() }, 'skip nothingToSee'],
  [
    'nobody has to sign in',
    { front: front({ signInOff: true }) },
    'warn certain signInOff | security → administrator | requireSignIn {WEBUI_AUTH=True}',
  ],
]);
