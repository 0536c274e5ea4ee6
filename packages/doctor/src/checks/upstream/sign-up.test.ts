import { checkTable } from '../../testing/check-table.ts';
import { front } from '../../testing/evidence.ts';
import { signUp } from './sign-up.ts';

checkTable(signUp, [
  ['nobody can register', { front: front({ signUpOpen: false }) }, 'ok'],
  ['it is not told', { front: front() }, 'skip nothingToSee'],
  [
    'everybody can register',
    { front: front({ signUpOpen: true }) },
    'warn certain signUpOpen | security → administrator | closeSignUp {ENABLE_SIGNUP=False}',
  ],
]);
