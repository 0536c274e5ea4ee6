import { expect, it } from 'vitest';
import { newRecord, type ProvisionRecord, type WholeAgentRecord } from './provision-record.ts';
import { turnRecordTo } from './turn-record.ts';

function recordWith(wholeAgent?: WholeAgentRecord): ProvisionRecord {
  const record = newRecord('http://chat.example.test', '0.12.4', { account: 'Guichet', group: 'Guichet' });
  return wholeAgent ? { ...record, wholeAgent } : record;
}

const COPY = { way: 'copy', copy: { id: 'guide-website', of: 'guide', mark: 'm' } } as const;
const OF_ALL = { rights: ['features.notes'], signInKept: true } as const;

it.each(['guide', 'guide-website'])('stays as it is for the model it is about (%s)', (model) => {
  const record = recordWith({ ...COPY, ...OF_ALL, rights: [...OF_ALL.rights] });
  expect(turnRecordTo(record, model)).toBe(record);
});

it('keeps what was done for the one model, and begins the other anew', () => {
  const turned = turnRecordTo(recordWith({ ...COPY, ...OF_ALL, rights: [...OF_ALL.rights] }), 'echo');
  expect(turned.wholeAgent).toEqual({ way: 'closed-already', ...OF_ALL });
  expect(turned.otherModels).toEqual([COPY]);
});

it('goes back and forth between models without losing one, and what is of all stays', () => {
  const closed = { way: 'change', closed: { id: 'echo', after: { notes: false } } } as const;
  const first = turnRecordTo(recordWith({ ...COPY, signInKept: true }), 'echo');
  const second = { ...first, wholeAgent: { ...closed, signInKept: true as const } };
  const third = turnRecordTo(second, 'guide');
  expect([third.wholeAgent, third.otherModels]).toEqual([{ ...COPY, signInKept: true }, [closed]]);
  const fourth = turnRecordTo(third, 'echo');
  expect([fourth.wholeAgent, fourth.otherModels]).toEqual([{ ...closed, signInKept: true }, [COPY]]);
});

it('finds what was done for a model again after a set-up of another one stopped before it closed anything', () => {
  const first = turnRecordTo(recordWith({ ...COPY, signInKept: true }), 'echo');
  const stopped = { ...first, wholeAgent: { way: 'change', model: 'echo', signInKept: true } as const };
  const again = turnRecordTo(stopped, 'guide');
  expect([again.wholeAgent, again.otherModels]).toEqual([{ ...COPY, signInKept: true }, []]);
});

it('takes the answer about one model for none about another', () => {
  const turned = turnRecordTo(recordWith({ way: 'change', model: 'guide' }), 'echo');
  expect(turned.wholeAgent).toEqual({ way: 'closed-already' });
});

it.each([[undefined], [{ way: 'copy' } as const]])('leaves a record in which nothing is closed yet (%j)', (agent) => {
  const record = recordWith(agent);
  expect(turnRecordTo(record, 'echo')).toBe(record);
});
