/** `docs/reference/limits.md`, from the constants where the limits stand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { code, page, table } from './markdown.ts';
import { constantsOf, defaultsOf, type NamedNumber } from './source-constants.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The files that hold limits, in the order of the page. A new file with a limit is named here; a test finds most that are not. */
const GROUPS: readonly { title: string; files: readonly string[] }[] = [
  {
    title: 'What a visitor may do',
    files: [
      'packages/contract/src/limits.ts',
      'packages/contract/src/clean-page-context.ts',
      'packages/server/src/limits/visitor-limits.ts',
      'packages/server/src/limits/shared-places.ts',
      'packages/server/src/safe/visitor-token.ts',
      'packages/server/src/limits/client-address.ts',
      'packages/server/src/http/origin-guard.ts',
      'packages/server/src/storage/sql-conversations.ts',
      'packages/server/src/storage/sql-runs.ts',
      'packages/server/src/storage/visitor-files.ts',
      'packages/server/src/files/multipart-file.ts',
      'packages/server/src/files/question-files.ts',
      'packages/server/src/http/file-routes.ts',
      'packages/server/src/http/message-routes.ts',
      'packages/server/src/voice/voice-desk.ts',
      'packages/server/src/ratings/rating-passer.ts',
      'packages/contract/src/spoken-pieces.ts',
    ],
  },
  {
    title: 'What you can set for a site, and how soon it applies',
    files: [
      'packages/server/src/sites/site-setting-definitions.ts',
      'packages/server/src/sites/parse-picture-hosts.ts',
      'packages/server/src/sites/sites.ts',
      'packages/server/src/sites/tool-modes.ts',
      'packages/server/src/admin/answer-routes.ts',
    ],
  },
  {
    title: 'How an answer is written, kept and read',
    files: [
      'packages/server/src/answer/conversation-turns.ts',
      'packages/server/src/answer/turn-clock.ts',
      'packages/server/src/answer/heartbeat.ts',
      'packages/server/src/answer/run-log.ts',
      'packages/server/src/answer/run-reader.ts',
      'packages/server/src/answer/run-registry.ts',
      'packages/server/src/answer/answer-queue.ts',
      'packages/server/src/answer/checkpointer.ts',
      'packages/server/src/storage/storage.ts',
      'packages/server/src/storage/data-folder-lock.ts',
      'packages/server/src/storage/open-postgres.ts',
      'packages/server/src/storage/deleted-rows.ts',
      'packages/server/src/storage/wait-for-database.ts',
      'packages/server/src/storage/in-transaction.ts',
      'packages/server/src/answer/answering.ts',
      'packages/server/src/answer/run-ends.ts',
      'packages/server/src/answer/shared-run-logs.ts',
      'packages/server/src/answer/run-mirrors.ts',
      'packages/server/src/answer/run-takeover.ts',
    ],
  },
  {
    title: 'What Guichet expects of Open WebUI',
    files: [
      'packages/openwebui/src/client/upstream-limits.ts',
      'packages/openwebui/src/client/documents.ts',
      'packages/openwebui/src/client/voice.ts',
      'packages/openwebui/src/client/sources.ts',
      'packages/openwebui/src/client/agent/agent-limits.ts',
      'packages/openwebui/src/client/agent/start-agent-answer.ts',
      'packages/openwebui/src/client/agent/agent-connection.ts',
      'packages/openwebui/src/client/agent/agent-files.ts',
      'packages/server/src/answer/upstream-gate.ts',
      'packages/server/src/answer/answer-activities.ts',
      'packages/server/src/answer/whole-agent-gate.ts',
      'packages/server/src/credential/sign-in-pause.ts',
      'packages/server/src/credential/session-life.ts',
      'packages/server/src/credential/agent-session.ts',
      'packages/server/src/observe/readiness.ts',
    ],
  },
  {
    title: 'The server itself',
    files: [
      'packages/server/src/start-guichet.ts',
      'packages/server/src/http/listen.ts',
      'packages/server/src/traffic/connection-count.ts',
      'packages/server/src/traffic/connection-gate.ts',
      'packages/server/src/traffic/open-connections.ts',
      'packages/server/src/http/kept-documents.ts',
      'packages/server/src/http/flood-news.ts',
      'packages/server/src/http/widget-routes.ts',
      'packages/server/src/storage/open-sqlite.ts',
      'packages/server/src/redis/check-redis.ts',
      'packages/server/src/redis/open-redis.ts',
      'packages/server/src/redis/redis-client.ts',
    ],
  },
  {
    title: 'Diagnosis',
    files: [
      'packages/server/src/diagnosis/diagnosis-desk.ts',
      'packages/server/src/diagnosis/diagnosis-watch.ts',
      'packages/server/src/diagnosis/visitor-error-log.ts',
      'packages/server/src/diagnosis/visitor-error-of.ts',
      'packages/server/src/diagnosis/refused-origins.ts',
      'packages/server/src/http/tick-stream.ts',
      'packages/server/src/http/tick-routes.ts',
    ],
  },
  {
    title: 'Operators: sign-in and set-up',
    files: [
      'packages/server/src/admin/admin-sessions.ts',
      'packages/contract/src/set-up-api.ts',
      'packages/contract/src/diagnosis-api.ts',
      'packages/server/src/admin/password-rules.ts',
      'packages/server/src/admin/operator-password.ts',
      'packages/server/src/settings/judge-changes.ts',
      'packages/server/src/set-up/address/check-address.ts',
      'packages/server/src/set-up/address/latest-only.ts',
      'packages/server/src/set-up/page/fetch-page.ts',
    ],
  },
  { title: 'How much of a pasted secret is examined', files: ['packages/keys/src/clean-pasted-text.ts'] },
];

export const LIMIT_FILES = GROUPS.flatMap(({ files }) => files);

const LEAD =
  'Every size, time and count that Guichet enforces. Each is a named constant in the linked file, and the explanation is its comment there.';

export function limitsPage(): string {
  const known = new Map<string, number>();
  const parts = GROUPS.map(({ title, files }) => {
    const rows = files.flatMap((file) => {
      const source = readFileSync(path.join(root, file), 'utf8');
      const numbers = [...constantsOf(source, known), ...defaultsOf(source, known)];
      if (numbers.length === 0) throw new Error(`${file} holds no limit; take it off the list.`);
      for (const { name, value } of numbers) known.set(name, value);
      const link = `[${path.basename(file)}](../../${file})`;
      return numbers.map((number) => [code(number.name), inWords(number), number.comment, link]);
    });
    return `## ${title}\n\n${table(['limit', 'value', 'why, and what happens beyond it', 'where'], rows)}`;
  });
  return page('Limits', LEAD, ...parts);
}

/** The value with the unit that its name ends with. */
export function inWords({ name, value }: Pick<NamedNumber, 'name' | 'value'>): string {
  const plain = value.toLocaleString('en');
  if (/_?ms$/i.test(name)) return duration(value);
  if (/_SECONDS$/.test(name)) return duration(value * 1000);
  if (/bytes$/i.test(name)) return bytes(value);
  if (/(chars|length)$/i.test(name)) return `${plain} characters`;
  return plain;
}

function duration(ms: number): string {
  const units: [number, string][] = [
    [24 * 60 * 60 * 1000, 'days'],
    [60 * 60 * 1000, 'h'],
    [60 * 1000, 'min'],
    [1000, 's'],
  ];
  const [size, unit] = units.find(([each]) => ms >= each && ms % each === 0) ?? [1, 'ms'];
  const count = ms / size;
  return `${count.toLocaleString('en')} ${count === 1 && unit === 'days' ? 'day' : unit}`;
}

function bytes(count: number): string {
  if (count % (1024 * 1024) === 0) return `${count / 1024 / 1024} MiB`;
  return count % 1024 === 0 ? `${count / 1024} KiB` : `${count} bytes`;
}
