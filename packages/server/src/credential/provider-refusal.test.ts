/** A provider that refuses its own key, is busy or breaks says nothing about ours: asked through the whole server. */
import { expect, it } from 'vitest';
import { startTestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

it.each(['err401', 'err429', 'errtext', 'html'])('%s leaves the credential in its place', async (model) => {
  const test = await startTestGuichet({ model });
  try {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const conversation = await visitor.newConversation();
    for (let count = 0; count < 3; count++) {
      expect((await visitor.ask(conversation, `hi ${count}`)).end.event).toBe('error');
    }
    const metrics = await (await fetch(`${test.guichet.url}/metrics`)).text();
    expect(metrics).toMatch(/^guichet_credential_refused 0$/m);
    expect(test.log.filter((line) => line.includes('credential-refused'))).toEqual([]);
  } finally {
    await test.close();
  }
});
