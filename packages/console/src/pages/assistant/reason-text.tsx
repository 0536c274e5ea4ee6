import type { ModeObstacle } from '@guichet/contract/assistant-api';
import { MODE_OBSTACLE_CODES } from '@guichet/contract/mode-obstacle-codes';
import type { VNode } from 'preact';
import { assistantTexts } from '../../text/assistant/texts.ts';
import { AGENT_ACCOUNT_SECTION } from './agent-account/agent-account-section.tsx';
import { OpenTools } from './open-tools.tsx';

/** Why a mode is not possible, in a sentence. What a later server tells and this console does not know is still shown. */
export function ReasonText({ reason: { code, names }, site }: { reason: ModeObstacle; site: string }): VNode {
  const words = assistantTexts().reason;
  const known = MODE_OBSTACLE_CODES.find((one) => one === code);
  const [needed = '', found = ''] = names;
  switch (known) {
    case 'version-too-old':
      return <>{words[known]({ needed, found })}</>;
    case 'version-unknown':
      return <>{words[known]({ needed })}</>;
    case 'sign-in-missing':
      return (
        <>
          {words[known]} <a href={`#${AGENT_ACCOUNT_SECTION}`}>{words.signInLink}</a>
        </>
      );
    case 'tool-open':
      return <OpenTools names={names} site={site} />;
    case 'version-unread':
      return <>{words[known]({ found: needed })}</>;
    case 'account-is-administrator':
    case 'account-unknown':
    case 'model-missing':
    case 'not-checked':
      return <>{words[known]}</>;
    case undefined:
      return <>{names.length > 0 ? words.otherNamed({ code, names: names.join(', ') }) : words.other({ code })}</>;
    default:
      return known satisfies never;
  }
}
