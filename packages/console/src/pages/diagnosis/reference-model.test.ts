import type { VisitorErrorView } from '@guichet/contract/diagnosis-api';
import { expect, it } from 'vitest';
import type { Outcome } from '../../admin-api/outcome.ts';
import { adminApiOf } from '../../admin-api/testing-admin-api.ts';
import { ReferenceModel, referenceFrom } from './reference-model.ts';

const ERROR: VisitorErrorView = {
  ref: 'K7QM-2XPD',
  at: '2026-11-26T10:31:00.000Z',
  code: 'assistant-misconfigured',
  detail: 'The assistant is not available.',
  checkId: 'key/known',
};

function modelWith(answer: Outcome<VisitorErrorView>) {
  const asked: string[] = [];
  const api = adminApiOf({
    visitorError: async (ref) => {
      asked.push(ref);
      return answer;
    },
  });
  return { model: new ReferenceModel(api), asked };
}

it('finds what was behind a reference, however it was passed on', async () => {
  const { model, asked } = modelWith({ ok: true, value: ERROR });
  await model.lookUp(' Reference K7QM-2XPD. ');
  expect(asked).toEqual(['K7QM-2XPD']);
  expect(model.state.value).toEqual({ kind: 'known', error: ERROR });
  await model.languageChanged();
  expect(asked).toEqual(['K7QM-2XPD', 'K7QM-2XPD']);
});

it('tells a reference that nobody knows from a question that failed', async () => {
  const unknown = modelWith({ ok: false, failure: { code: 'not-found' } });
  await unknown.model.lookUp('AAAA-BBBB');
  expect(unknown.model.state.value).toEqual({ kind: 'unknown', ref: 'AAAA-BBBB' });
  const failed = modelWith({ ok: false, failure: { code: 'unreachable' } });
  await failed.model.lookUp('AAAA-BBBB');
  expect(failed.model.state.value).toEqual({ kind: 'failed', ref: 'AAAA-BBBB', failure: { code: 'unreachable' } });
});

it.each([
  ['K7QM-2XPD', 'K7QM-2XPD'],
  ['k7qm-2xpd', 'K7QM-2XPD'],
  ['K7QM 2XPD', 'K7QM-2XPD'],
  ['k7qm2xpd', 'K7QM-2XPD'],
  ['(référence : K7QM–2XPD)', 'K7QM-2XPD'],
  ['hello', 'hello'],
])('reads %j', (text, ref) => {
  expect(referenceFrom(text)).toBe(ref);
});
