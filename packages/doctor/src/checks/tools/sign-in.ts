import type { Cause } from '@guichet/contract/cause';
import { defineCheck } from '../../check.ts';
import type { SignInProblem } from '../../sign-in-problem.ts';
import type { Confidence } from '../../verdict.ts';
import { ok, skip, warn } from '../../verdict.ts';

/** Whether Guichet has the session that the whole agent needs besides a key: Open WebUI's socket takes no key. */
export const toolsSignIn = defineCheck({
  id: 'tools/sign-in',
  causes: [
    'key-missing',
    'session-token-revoked',
    'session-token-rejected',
    'second-factor-required',
    'account-gone',
    'account-pending',
    'key-owner-is-admin',
  ],
  after: ['key/accepted'],
  needs: ['own', 'signIn', 'credential'],
  run({ own: { tools }, signIn, credential }) {
    if (tools !== 'whole-agent') return skip({ key: 'noWholeAgent' });
    if (signIn.kind === 'none') return skip({ key: 'explainedBy', args: { id: 'tools/used' } });
    // A session token opens the socket by itself.
    if (signIn.kind === 'untold') return credential.recognition.session ? ok() : skip({ key: 'signInUntold' });
    const { state: agentSession } = signIn;
    if (agentSession === 'ready') return ok();
    return warn({
      ...MEANINGS[agentSession],
      said: { key: 'signIn', args: { problem: agentSession } },
      impact: { key: 'noAgent' },
      actor: { key: FOR_ADMINISTRATORS.has(agentSession) ? 'administrator' : 'operator' },
      fix: [
        {
          how: { key: 'signIn', args: { problem: agentSession } },
          ...(GIVES_SIGN_IN.has(agentSession) ? { commands: ['npx guichet openwebui agent-account'] } : {}),
        },
      ],
    });
  },
});

const FOR_ADMINISTRATORS: ReadonlySet<SignInProblem> = new Set(['account-gone', 'account-pending']);
/** Mended by giving the sign-in, or another one. */
const GIVES_SIGN_IN: ReadonlySet<SignInProblem> = new Set([
  'no-account',
  'other-address',
  'wrong-password',
  'second-factor',
  'wrong-code',
  'administrator',
  'other-account',
]);

/** Open WebUI says the same of a wrong password and of an account that is gone; waiting mends what has no cause. */
const MEANINGS: Readonly<Record<SignInProblem, { cause?: Cause; confidence: Confidence }>> = {
  'no-credential': { cause: 'key-missing', confidence: 'certain' },
  'no-account': { cause: 'key-missing', confidence: 'certain' },
  'other-address': { cause: 'key-missing', confidence: 'certain' },
  'wrong-password': { cause: 'session-token-revoked', confidence: 'probable' },
  'account-gone': { cause: 'account-gone', confidence: 'probable' },
  'no-password-sign-in': { cause: 'session-token-rejected', confidence: 'certain' },
  'second-factor': { cause: 'second-factor-required', confidence: 'certain' },
  'wrong-code': { cause: 'second-factor-required', confidence: 'probable' },
  'account-pending': { cause: 'account-pending', confidence: 'certain' },
  'too-many-sign-ins': { confidence: 'certain' },
  'not-reached': { confidence: 'certain' },
  administrator: { cause: 'key-owner-is-admin', confidence: 'certain' },
  'other-account': { cause: 'session-token-rejected', confidence: 'certain' },
  'session-refused': { cause: 'session-token-rejected', confidence: 'certain' },
};
