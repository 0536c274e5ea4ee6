import type { Cause } from '@guichet/contract/cause';
import { defineCheck } from '../../check.ts';
import { SIGN_IN_CAUSES, type SignInProblem } from '../../sign-in-problem.ts';
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
          ...(GIVES_SIGN_IN.has(agentSession) && { commands: ['npx guichet openwebui agent-account'] }),
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

const MEANINGS: Readonly<Record<SignInProblem, { cause?: Cause; confidence: Confidence }>> = {
  ...SIGN_IN_CAUSES,
  'too-many-sign-ins': { confidence: 'certain' },
  'not-reached': { confidence: 'certain' },
};
