import { SIGN_IN_PROBLEMS, type SignInProblem } from '../../sign-in-problem.ts';
import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential, own, sessionToken } from '../../testing/evidence.ts';
import { toolsSignIn } from './sign-in.ts';

const agent = own({ tools: 'whole-agent' });
const key = credential(API_KEY);

/** A row for each that there is: the compiler asks for a new one. */
const SAID: Readonly<Record<SignInProblem, string>> = {
  'no-credential':
    'warn certain key-missing signIn(problem no-credential) | noAgent → operator | signIn(problem no-credential)',
  'no-account':
    'warn certain key-missing signIn(problem no-account) | noAgent → operator | signIn(problem no-account) {npx guichet openwebui agent-account}',
  'other-address':
    'warn certain key-missing signIn(problem other-address) | noAgent → operator | signIn(problem other-address) {npx guichet openwebui agent-account}',
  'wrong-password':
    'warn probable session-token-revoked signIn(problem wrong-password) | noAgent → operator | signIn(problem wrong-password) {npx guichet openwebui agent-account}',
  'account-gone':
    'warn probable account-gone signIn(problem account-gone) | noAgent → administrator | signIn(problem account-gone)',
  'no-password-sign-in':
    'warn certain session-token-rejected signIn(problem no-password-sign-in) | noAgent → operator | signIn(problem no-password-sign-in)',
  'second-factor':
    'warn certain second-factor-required signIn(problem second-factor) | noAgent → operator | signIn(problem second-factor) {npx guichet openwebui agent-account}',
  'wrong-code':
    'warn probable second-factor-required signIn(problem wrong-code) | noAgent → operator | signIn(problem wrong-code) {npx guichet openwebui agent-account}',
  'account-pending':
    'warn certain account-pending signIn(problem account-pending) | noAgent → administrator | signIn(problem account-pending)',
  'too-many-sign-ins':
    'warn certain signIn(problem too-many-sign-ins) | noAgent → operator | signIn(problem too-many-sign-ins)',
  'not-reached': 'warn certain signIn(problem not-reached) | noAgent → operator | signIn(problem not-reached)',
  administrator:
    'warn certain key-owner-is-admin signIn(problem administrator) | noAgent → operator | signIn(problem administrator) {npx guichet openwebui agent-account}',
  'other-account':
    'warn certain session-token-rejected signIn(problem other-account) | noAgent → operator | signIn(problem other-account) {npx guichet openwebui agent-account}',
  'session-refused':
    'warn certain session-token-rejected signIn(problem session-refused) | noAgent → operator | signIn(problem session-refused)',
};

checkTable(toolsSignIn, [
  [
    'no whole agent',
    { own: own({ tools: 'one-round' }), signIn: { kind: 'none' }, credential: key },
    'skip noWholeAgent',
  ],
  [
    'this Open WebUI cannot run it',
    { own: agent, signIn: { kind: 'none' }, credential: key },
    'skip explainedBy(id tools/used)',
  ],
  ['a command, which does not know', { own: agent, signIn: { kind: 'untold' }, credential: key }, 'skip signInUntold'],
  ['a session token, which needs none', { own: agent, signIn: { kind: 'untold' }, credential: sessionToken(20) }, 'ok'],
  ['there is one', { own: agent, signIn: { kind: 'told', state: 'ready' }, credential: key }, 'ok'],
  ...SIGN_IN_PROBLEMS.map(
    (problem) =>
      [
        problem,
        { own: agent, signIn: { kind: 'told', state: problem }, credential: key } as const,
        SAID[problem],
      ] as const,
  ),
]);
