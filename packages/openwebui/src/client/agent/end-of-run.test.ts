import { describe, expect, it } from 'vitest';
import { endOfRun, type RunState } from './end-of-run.ts';

const WHOLE: RunState = {
  hasAnswer: true,
  done: true,
  finish: 'stop',
  model: undefined,
  endsWithTool: false,
  error: undefined,
  cancelled: false,
  limit: undefined,
};

describe('how a run ended', () => {
  it.each<[string, Partial<RunState>, object]>([
    ['with text and an end', {}, { kind: 'complete', finish: 'stop' }],
    ['cut by the token limit', { finish: 'length' }, { kind: 'complete', finish: 'length' }],
    ['ended by a rule', { finish: 'content_filter' }, { kind: 'interrupted', failure: { code: 'assistant-refused' } }],
    ['for a reason nobody knows', { finish: 'whatever' }, { kind: 'interrupted', failure: { cause: 'unknown' } }],
    ['broken, as the provider says', { finish: 'network_error' }, { kind: 'interrupted' }],
    ['with text after a tool and no word for it', { finish: 'tool_calls' }, { kind: 'complete', finish: 'stop' }],
    ['without a reason', { finish: undefined }, { kind: 'complete', finish: 'stop' }],
    ['after a tool, with the word that it is the end', { endsWithTool: true }, { kind: 'complete', finish: 'stop' }],
    [
      'after a tool, without any word more',
      { endsWithTool: true, finish: 'tool_calls' },
      { kind: 'interrupted', failure: { cause: 'provider-refused', confidence: 'probable' } },
    ],
    [
      'after a tool and with nothing said',
      { endsWithTool: true, finish: 'tool_calls', hasAnswer: false },
      { kind: 'failed', failure: { cause: 'provider-refused' } },
    ],
    ['with nothing', { hasAnswer: false }, { kind: 'failed', failure: { code: 'answer-empty' } }],
    ['without an end', { done: false }, { kind: 'interrupted', failure: { cause: 'provider-unreachable' } }],
    ['cancelled by somebody else', { cancelled: true, done: false }, { kind: 'interrupted' }],
    [
      'with an error after its text',
      { error: { message: 'Rate limit reached' } },
      { kind: 'interrupted', failure: { cause: 'provider-rate-limited', raw: 'Rate limit reached' } },
    ],
    [
      'broken off by the provider',
      {
        error: {
          message: "Response payload is not completed: <TransferEncodingError: 400, message='Not enough data'>",
        },
      },
      { kind: 'interrupted', failure: { cause: 'provider-unreachable' } },
    ],
    [
      'with an error that is followed by a cancellation',
      { hasAnswer: false, cancelled: true, error: { message: 'Incorrect API key provided' } },
      { kind: 'failed', failure: { cause: 'provider-refused' } },
    ],
    [
      "with Open WebUI's own word",
      { hasAnswer: false, error: { message: 'Model not found' } },
      { kind: 'failed', failure: { cause: 'model-missing' } },
    ],
    ['at a limit', { limit: 'rounds', done: false }, { kind: 'complete', finish: 'length', limit: 'rounds' }],
    ['at a limit with nothing said', { limit: 'rounds', hasAnswer: false }, { kind: 'failed' }],
  ])('%s', (_how, state, end) => {
    expect(endOfRun({ ...WHOLE, ...state })).toMatchObject(end);
  });
});
