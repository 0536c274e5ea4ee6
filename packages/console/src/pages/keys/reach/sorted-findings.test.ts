import { expect, it } from 'vitest';
import { countOf, type Finding, findingState, sortedFindings } from './sorted-findings.ts';

const finding = (id: string, reach: Finding['reach'], needed = false): Finding => ({
  id,
  reach,
  needed,
  text: id,
  proof: 'GET /',
});

it('what is open beyond need comes first, what is closed last, otherwise in the order it came', () => {
  const findings = [
    finding('a', 'closed'),
    finding('b', 'open', true),
    finding('c', 'open'),
    finding('d', 'unknown'),
    finding('e', 'open'),
  ];
  expect(sortedFindings(findings).map(({ id }) => id)).toEqual(['c', 'e', 'd', 'b', 'a']);
  expect(findings[0]?.id).toBe('a');
  expect(countOf('open', findings)).toBe(2);
});

it('what Guichet needs is not held against the key', () => {
  expect(findingState(finding('a', 'open', true))).toBe('needed');
  expect(findingState(finding('a', 'closed', true))).toBe('closed');
});
