import { type JsonObject, objects } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';

/** Fills `{{USER_NAME}}` and `{{USER_EMAIL}}` in system messages with the owner of the credential. */
export function fillTemplates(messages: unknown, account: Account, world: World): JsonObject[] {
  return objects(messages).map((message) => {
    if (typeof message.content !== 'string') return message;
    const content = message.role === 'system' ? fill(message.content, account, world) : message.content;
    return {
      ...message,
      content: world.has('skillMentions') && !world.has('skillMentionsStay') ? unmention(content) : content,
    };
  });
}

/** `<$skill|label>` of a skill nobody made: only its label stays. */
function unmention(content: string): string {
  return content.replace(/<\$[^|>]*\|([^>]*)>/g, '$1');
}

function fill(content: string, account: Account, world: World): string {
  const named = content.replaceAll('{{USER_NAME}}', account.name);
  return world.has('templateKnowsEmail') ? named.replaceAll('{{USER_EMAIL}}', account.email) : named;
}
