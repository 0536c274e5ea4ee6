/** The parts of an answer, three ways: as its events add up, as they are read with the message, and as a replay tells them. */
import type { ChatEvent } from '@guichet/contract/chat-event';
import { type MessagePart, partsAfter } from '@guichet/contract/message-part';
import { createSseParser } from '@guichet/contract/sse';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunEnd, StoredActivity, StoredAttachment, StoredRun } from '../storage/storage.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { AnswerRun, type AnswerRunParts } from './answer-run.ts';
import { messageParts } from './laid-out-parts.ts';
import { PartOutline } from './part-outline.ts';
import { RunLog } from './run-log.ts';
import { replayStoredRun } from './stored-run-replay.ts';
import { visitorSources } from './visitor-sources.ts';

const STORED: StoredRun = {
  ...{ id: 'run_1', conversationId: 'con_1', visitorId: 'vis_1', site: 'default', userMessageId: 'msg_q' },
  ...{ messageId: 'msg_a', status: 'streaming', text: '', reasoning: '', sources: [], activities: [], attachments: [] },
  ...{ outline: [], epoch: 1, startedAt: 1 },
};
const showActivity = (activity: StoredActivity) => toShownActivity(activity, 'en');
const showAttachment = (attachment: StoredAttachment) => toShownAttachment(attachment, 'en', 'default');

function begin() {
  const nothing = () => undefined;
  const stored = Promise.withResolvers<RunEnd>();
  let files = 0;
  const parts: Partial<AnswerRunParts> = {
    clock: { schedule: nothing, forget: nothing } as never,
    checkpointer: { changed: nothing, forget: nothing } as never,
    async storeEnd(end) {
      stored.resolve(end);
      return { kind: 'ended' };
    },
    newReference: () => 'REF',
    showActivity,
    showAttachment,
    storeFile: async () => ({ id: `fil_${++files}`, contentType: 'image/png' }),
    excerpts: () => false,
    onFirstText: nothing,
    onEnded: nothing,
    now: () => 0,
  };
  return { run: new AnswerRun(STORED, parts as AnswerRunParts), stored: stored.promise };
}

function added(wire: string): readonly MessagePart[] {
  let parts: readonly MessagePart[] = [];
  const take = (event: string, data: string) => {
    parts = partsAfter(parts, { type: event, data: JSON.parse(data) } as ChatEvent);
  };
  createSseParser({ onMessage: ({ event, data }) => take(event, data) }).feed(wire);
  return parts;
}

/** What the storage has of an ended answer, as it is read again. */
function asStored({ activities, attachments, outline = [], text, reasoning, sources, status }: RunEnd): StoredRun {
  return JSON.parse(
    JSON.stringify({ ...STORED, activities, attachments, outline, text, reasoning, sources, status }),
  ) as StoredRun;
}

function read({ outline, text, reasoning, sources, activities, attachments }: StoredRun): MessagePart[] {
  const shown = { activities: activities.map(showActivity), attachments: attachments.map(showAttachment) };
  return messageParts(outline, { text, reasoning, sources: visitorSources(sources, false), ...shown });
}

function replayed(run: StoredRun): readonly MessagePart[] {
  const problem = () => ({ type: '', title: '', status: 500, code: 'internal', detail: '', ref: '' });
  return replayStoredRun(run, { problem, showActivity, showAttachment, excerpts: false }).reduce(
    partsAfter,
    [] as readonly MessagePart[],
  );
}

it('text, tool, text stays in that order: live, after a reload and from storage', async () => {
  const { run, stored } = begin();
  run.onReasoning('Where? ');
  run.onText('Let me look.');
  run.onActivity({ id: 'c', kind: 'tool', title: 'get_weather', state: 'running', round: 1 });
  run.onActivity({ id: 'c', kind: 'tool', title: 'get_weather', state: 'done', round: 1 });
  run.onSources([{ id: '1', title: 'Weather', snippet: 'secret' }]);
  run.onText('\n\nIt is sunny.');
  run.onEnd({ kind: 'complete', finish: 'stop' });
  await run.ended;
  const live = added(run.log.readAfter(0));
  expect(live).toEqual([
    { id: 'p1', type: 'reasoning', text: 'Where? ' },
    { id: 'p2', type: 'text', text: 'Let me look.' },
    { id: 'p3', type: 'tool', kind: 'tool', label: 'Get weather', done: true },
    { id: 'p4', type: 'sources', sources: [{ id: '1', title: 'Weather' }] },
    { id: 'p5', type: 'text', text: '\n\nIt is sunny.' },
  ]);
  const run2 = asStored(await stored);
  expect(read(run2)).toEqual(live);
  expect(replayed(run2)).toEqual(live);
});

type Step = (run: AnswerRun, told: { text: string; reasoning: string }) => void;
const words = fc.constantFrom('a', 'bc ', '\n\n', 'd.');
const activity = (kind: 'tool' | 'other', state: 'running' | 'done') =>
  fc.nat(3).map<Step>((id) => (run) => run.onActivity({ id: `${kind}${id}`, kind, title: 'x', state, round: 1 }));
const writes =
  (how: 'onText' | 'onReasoning', what: 'text' | 'reasoning') =>
  (text: string): Step =>
  (run, told) => {
    run[how](text);
    told[what] += text;
  };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: words.map(writes('onText', 'text')) },
  { weight: 3, arbitrary: words.map(writes('onReasoning', 'reasoning')) },
  { weight: 2, arbitrary: activity('tool', 'running') },
  { weight: 2, arbitrary: activity('tool', 'done') },
  { weight: 1, arbitrary: activity('other', 'done') },
  { weight: 2, arbitrary: fc.constant<Step>((run) => run.flush()) },
  { weight: 1, arbitrary: fc.nat(2).map<Step>((id) => (run) => run.onSources([{ id: `${id}`, title: 'T' }])) },
  {
    weight: 1,
    arbitrary: fc.constant<Step>((run) => run.onFile({ id: 'f', contentType: 'image/png', bytes: Uint8Array.of(1) })),
  },
  {
    // The kinds of rewriting there are: text becomes reasoning, a block goes back, the end is cut.
    weight: 1,
    arbitrary: fc
      .constantFrom<[number, string]>([0, ''], [1, 'x'], [0.5, ''], [0.5, 'y'])
      .map<Step>(([share, end]) => (run, told) => {
        const kept = Math.floor(told.text.length * share);
        told.reasoning += told.text.slice(kept);
        told.text = told.text.slice(0, kept) + end;
        run.onRewrite({ ...told });
      }),
  },
);

it('however an answer comes, all three agree, and hold every character once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { run, stored } = begin();
      const told = { text: '', reasoning: '' };
      for (const one of steps) {
        one(run, told);
        if (steps.length % 3 === 0) await Promise.resolve();
      }
      run.onEnd({ kind: 'complete', finish: 'stop' });
      await run.ended;
      const end = asStored(await stored);
      const live = added(run.log.readAfter(0));
      expect(read(end)).toEqual(live);
      expect(replayed(end)).toEqual(live);
      const joined = (type: string) =>
        live.map((part) => (part.type === type && 'text' in part ? part.text : '')).join('');
      expect([joined('text'), joined('reasoning')]).toEqual([told.text, told.reasoning]);
      expect(new Set(live.map(({ id }) => id)).size).toBe(live.length);
      // A tool stands between two texts, or they would be one.
      const order = live.filter(({ type }) => type === 'text' || type === 'tool').map(({ type }) => type);
      expect(order.join(' ')).not.toContain('text text');
      // A reader who comes late has the parts from a snapshot, and reads on in them.
      const small = new RunLog(1, { events: 3, chars: 10_000 });
      createSseParser({
        onMessage: ({ event, data }) => small.append({ type: event, data: JSON.parse(data) } as ChatEvent),
      }).feed(run.log.readAfter(0));
      expect(added(small.readAfter(0))).toEqual(live);
    }),
    { numRuns: 300 },
  );
});

it('a message whose outline is missing, older or newer than its words holds everything once all the same', () => {
  const content = {
    ...{ text: 'Hello there', reasoning: 'Hm', sources: [{ id: '1', title: 'T' }] },
    activities: [{ id: 'c', kind: 'tool' as const, label: 'Weather', done: true }],
    attachments: [showAttachment({ id: 'fil_1', contentType: 'image/png' })],
  };
  const outline = new PartOutline();
  outline.words('text', 5);
  outline.activity('c', 'tool');
  outline.words('text', 60);
  outline.attachment('fil_gone');
  for (const known of [[], outline.list, outline.list.slice(0, 1)]) {
    const parts = messageParts(known, content);
    const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    expect(text).toBe('Hello there');
    const counts = (type: string) => parts.filter((part) => part.type === type).length;
    expect([counts('tool'), counts('attachment'), counts('sources'), counts('reasoning')]).toEqual([1, 1, 1, 1]);
  }
});
