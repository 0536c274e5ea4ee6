import { wholeAgentSetUpTexts } from '../../../text/whole-agent-set-up/texts.ts';

/** What undoing a set-up takes away besides, where it prepared the whole agent. */
export function WholeAgentLost() {
  return <p>{wholeAgentSetUpTexts().lost}</p>;
}
