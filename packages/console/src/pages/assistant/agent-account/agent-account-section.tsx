import type { AgentAccountView } from '@guichet/contract/admin-api';
import type { AssistantView } from '@guichet/contract/assistant-api';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import { locale } from '../../../language/language.ts';
import { announce } from '../../../parts/announcer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/failure-notice.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { type AssistantTexts, assistantTexts } from '../../../text/assistant/texts.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { AssistantModel } from '../assistant-model.ts';
import { AgentAccountForm } from './agent-account-form.tsx';
import { type AgentAccountFailure, AgentAccountModel } from './agent-account-model.ts';
import { ForgetAgentAccount } from './forget-agent-account.tsx';

/** What the page's address has behind its # for this section. */
export const AGENT_ACCOUNT_SECTION = 'agent-account';

export interface AgentAccountSectionProps {
  api: AdminApi;
  assistant: AssistantModel;
  view: AssistantView;
}

/** The sign-in that the whole agent needs besides the key: shown where it is missing, or when one is kept. */
export function AgentAccountSection({ api, assistant, view }: AgentAccountSectionProps) {
  const words = assistantTexts().agentAccount;
  const account = useMemo(() => new AgentAccountModel(api, assistant), [api, assistant]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void account.load(), [account, locale.value]);
  const kept = account.view.value;
  const isForgotten = account.isForgotten.value;
  const failed = account.failure.value;
  const isMissing = view.available.some(({ reasons }) => reasons.some(({ code }) => code === 'sign-in-missing'));
  if (!isMissing && !kept?.on && !isForgotten) return null;
  const say = (sentence: string) => {
    announce(sentence);
    // The form, or the button, is gone.
    heading.current?.focus();
  };
  const email = kept?.email ?? '';
  const problem = kept?.problem;
  return (
    <section id={AGENT_ACCOUNT_SECTION} aria-labelledby="agent-account-heading">
      <h2 id="agent-account-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {isForgotten && <Notice tone="ok" title={words.forgotten} />}
      {kept?.on && !problem && (
        <Notice tone="ok" title={words.kept({ email })}>
          <p>{kept.direct ? words.keptUnused : words.keptMeans}</p>
        </Notice>
      )}
      {kept?.on && problem && (
        <Notice tone="warn" title={words.unusable({ email })}>
          <p>{problem.text}</p>
          <p>{words.replace}</p>
        </Notice>
      )}
      {kept && needsForm(kept) && (
        <>
          <p>{words.lead}</p>
          <p>{words.account}</p>
        </>
      )}
      {failed && <FailureNotice failure={failed.failure} title={failedTitle(failed, words)} />}
      {failed?.at === 'load' && (
        <div class="actions">
          <Button onPress={() => void account.load()}>{currentTexts().tryAgain}</Button>
        </div>
      )}
      {kept && !kept.on && problem && !needsForm(kept) && (
        <p>
          {problem.text} <a href="/console/keys">{words.keysPage}</a>
        </p>
      )}
      {kept && needsForm(kept) && (
        <AgentAccountForm account={account} onKept={(address) => say(words.kept({ email: address }))} />
      )}
      {kept?.on && <ForgetAgentAccount account={account} email={email} onForgotten={() => say(words.forgotten)} />}
    </section>
  );
}

/** Not beside one that works, nor where the credential is a session token, nor before there is an address to sign in to. */
function needsForm({ on, direct, problem }: AgentAccountView): boolean {
  if (direct || problem?.id === 'no-credential') return false;
  return !on || problem !== undefined;
}

function failedTitle({ at }: AgentAccountFailure, words: AssistantTexts['agentAccount']): string {
  switch (at) {
    case 'load':
      return words.loadFailed;
    case 'choose':
      return words.refused;
    case 'forget':
      return words.notForgotten;
    default:
      return at satisfies never;
  }
}
