/**
 * Guichet as `npm start` wires it, everything switched on: visitors' tokens, origins, limits, storage that survives a
 * power cut. Only the height of the limits differs, because thousands of visitors come from one address here; they are
 * counted all the same. Prints its address when it listens.
 */
import path from 'node:path';
import { readSettings } from '../../packages/server/src/settings/read-settings.ts';
import { startGuichet } from '../../packages/server/src/start-guichet.ts';

const PLENTY = 1_000_000;

const guichet = await startGuichet({
  settings: readSettings({ environment: process.env }),
  version: '0.0.0-bench',
  packagesFolder: process.env.BENCH_PACKAGES ?? '',
  builtGuideFolder: path.join(import.meta.dirname, 'guide'),
  connections: { connections: PLENTY },
  limits: {
    visitorMessagesPerMinute: PLENTY,
    visitorMessagesPerDay: PLENTY,
    addressVisitorsPerMinute: PLENTY,
    addressMessagesPerDay: PLENTY,
    addressVisitorsPerDay: PLENTY,
    addressConversationsPerDay: PLENTY,
    visitorConversations: PLENTY,
    visitorConversationsPerMinute: PLENTY,
    addressRequestsPerMinute: PLENTY,
    visitorRequestsPerMinute: PLENTY,
    readersPerVisitor: PLENTY,
    runningAnswers: PLENTY,
    addressRunsAtATime: PLENTY,
  },
});

process.on('SIGTERM', () => {
  guichet.close(0).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.stdout.write(`${guichet.url.replace('localhost', '127.0.0.1')}\n`);
