/** Lets a contender compile what it runs often, open its connections and grow its heap before anything is measured. */
import { openStreams } from '../client/open-stream.ts';
import type { Contender } from '../contenders/contender.ts';

const STREAMS = 50;
const SCRIPT = { tokens: 30, everyMs: 3 };

export async function warmUp(contender: Contender, questions: number): Promise<void> {
  for (let asked = 0; asked < questions; asked += STREAMS) {
    const requests = await contender.requests(STREAMS, SCRIPT);
    const streams = await openStreams(requests, contender.dialect, SCRIPT, 100, { tokens: 0 });
    for (const { problem } of await Promise.all(streams.map((stream) => stream.ended))) {
      if (problem !== undefined) throw new Error(`It does not answer: ${problem}`);
    }
  }
}
