import { describe, expect, it } from 'vitest';
import { readDetails } from './read-details.ts';
import { readRun } from './testing-reader.ts';

const CALL =
  '<details type="tool_calls" done="true" id="c1" name="get_weather" arguments="&quot;{\\&quot;city\\&quot;: \\&quot;Lyon\\&quot;}&quot;" result="&quot;21 degrees&quot;" files="">\n<summary>Tool Executed</summary>\n</details>\n';
const OPEN =
  '<details type="tool_calls" done="false" id="c1" name="get_weather" arguments="{}">\n<summary>Executing…</summary>\n</details>\n';
const THOUGHT =
  '<details type="reasoning" done="true" duration="1">\n<summary>Thought for 1 second</summary>\n&gt; I look\n&gt; twice.\n</details>\n';

describe('an answer with tags, as up to 0.9', () => {
  it('is taken apart', () => {
    expect(readDetails(`${THOUGHT}Let me see.\n${CALL}It is warm.`)).toEqual([
      { type: 'reasoning', id: 'block-0', text: expect.stringContaining('I look\ntwice.') },
      { type: 'message', id: 'text-1', text: 'Let me see.\n' },
      { type: 'call', id: 'c1', callId: 'c1', name: 'get_weather', arguments: '{"city": "Lyon"}', open: false },
      { type: 'result', id: 'c1-result', callId: 'c1', failed: false, text: '21 degrees', files: [] },
      { type: 'message', id: 'text-4', text: 'It is warm.' },
    ]);
  });

  it('leaves out a tag that is still being written, and tags that an answer talks about', () => {
    expect(readDetails('One.\n<details type="tool_calls" done="fal')).toEqual([
      { type: 'message', id: 'text-0', text: 'One.\n' },
    ]);
    const html = 'In HTML: <details open><summary>x</summary></details>';
    expect(readDetails(html)).toEqual([{ type: 'message', id: 'text-0', text: html }]);
  });

  it('tells the same as the newer shapes: text once, the tool once, one end', () => {
    const contents = [
      'Let',
      'Let me see.',
      `Let me see.\n${OPEN}`,
      `Let me see.\n${CALL}`,
      `Let me see.\n${CALL}It is`,
      `Let me see.\n${CALL}It is warm.`,
    ];
    const events = contents.map((content) => ({ type: 'chat:completion', data: { content } }));
    const run = readRun().feed([
      ...events,
      { type: 'chat:completion', data: { done: true, content: contents.at(-1) } },
    ]);
    expect(run.end()).toMatchObject({ kind: 'complete' });
    expect([run.text, run.rewrites]).toEqual(['Let me see.\n\nIt is warm.', []]);
    expect(run.activities.map((one) => [one.id, one.title, one.state])).toEqual([
      ['c1', 'get_weather', 'running'],
      ['c1', 'get_weather', 'done'],
    ]);
  });
});
