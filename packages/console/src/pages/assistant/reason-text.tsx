import type { ModeObstacle } from '@guichet/contract/assistant-api';
import type { VNode } from 'preact';
import { assistantTexts } from '../../text/assistant/texts.ts';

/** Why a mode is not possible, in a sentence. What a later server tells and this console does not know is still shown. */
export function ReasonText({ reason: { code, names } }: { reason: ModeObstacle }): VNode {
  const words = assistantTexts().reason;
  const [needed = '', found = ''] = names;
  switch (code) {
    case 'version-too-old':
      return <>{words[code]({ needed, found })}</>;
    case 'version-unknown':
      return <>{words[code]({ needed })}</>;
    case 'sign-in-missing':
      return (
        <>
          {words[code]} <a href="/console/keys#renewal">{words.signInLink}</a>
        </>
      );
    case 'not-in-this-version':
      return <>{words[code]}</>;
    default:
      return <>{names.length > 0 ? words.otherNamed({ code, names: names.join(', ') }) : words.other({ code })}</>;
  }
}
