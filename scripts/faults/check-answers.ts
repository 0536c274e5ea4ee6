/** What must hold after a fault: each question once, each answer once, and every visitor has read what is stored. */
import pg from 'pg';
import { type ReplicaScene, wholeAnswer } from './replicas.ts';
import type { Visitor } from './visitor.ts';

export interface Counts {
  complete: number;
  interrupted: number;
  /** Asked of Open WebUI a second time, after the first had shown nothing. */
  askedAgain: number;
  connections: number;
  refusals: string[];
}

/** @throws with the first thing that does not hold */
export async function checkAnswers(
  scene: ReplicaScene,
  visitors: readonly Visitor[],
  url: string,
  { mayBeInterrupted }: { mayBeInterrupted: boolean },
): Promise<Counts> {
  const counts: Counts = { complete: 0, interrupted: 0, askedAgain: 0, connections: 0, refusals: [] };
  for (const visitor of visitors) {
    const status = await checkOne(visitor, url);
    if (status !== 'complete' && !(mayBeInterrupted && status === 'interrupted')) {
      throw new Error(`“${visitor.question}” ended as ${status}.`);
    }
    counts[status]++;
    counts.connections += visitor.connections;
    const times = scene.asked.get(visitor.question) ?? 0;
    if (times > 1) counts.askedAgain++;
    if (times > 3) throw new Error(`“${visitor.question}” was asked ${times} times.`);
  }
  counts.refusals = [...new Set(visitors.flatMap(({ refusals }) => [...refusals]))].sort();
  await checkDatabase(scene);
  return counts;
}

async function checkOne(visitor: Visitor, url: string): Promise<'complete' | 'interrupted'> {
  const messages = await visitor.storedMessages(url);
  const [question, answer] = messages;
  const problem = (what: string) => new Error(`“${visitor.question}”: ${what} ${JSON.stringify(messages)}`);
  if (messages.length !== 2 || question?.role !== 'user' || answer?.role !== 'assistant') {
    throw problem('not one question and one answer:');
  }
  if (question.text !== visitor.question) throw problem('another question is stored:');
  const whole = wholeAnswer(visitor.question);
  if (answer.status === 'complete' ? answer.text !== whole : !whole.startsWith(answer.text)) {
    throw problem('another answer is stored:');
  }
  for (const { text, end, faults } of visitor.tabs) {
    if (faults.length > 0) throw problem(`a reader was told ${faults.join(', ')}:`);
    if (text !== answer.text) throw problem(`a reader shows “${text}”:`);
    if (end !== answer.status) throw problem(`a reader was told the end ${end}:`);
  }
  return answer.status as 'complete' | 'interrupted';
}

/** Nothing is half-stored: every run has ended and has its one answer. */
async function checkDatabase({ postgres }: ReplicaScene): Promise<void> {
  const client = new pg.Client(postgres.url);
  await client.connect();
  const { rows } = await client.query(`
    select
      (select count(*)::int from run where status = 'streaming') as streaming,
      (select count(*)::int from run where not exists (select from message where run_id = run.id)) as without_answer,
      (select count(*)::int from message where role = 'assistant' and run_id is null) as without_run,
      (select count(*)::int from (select run_id from message where run_id is not null group by run_id having count(*) > 1) twice) as twice
  `);
  await client.end();
  const found = JSON.stringify(rows[0]);
  if (found !== '{"streaming":0,"without_answer":0,"without_run":0,"twice":0}')
    throw new Error(`half-stored: ${found}`);
}
