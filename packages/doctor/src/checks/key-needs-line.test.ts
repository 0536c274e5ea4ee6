import { expect, it } from 'vitest';
import { keyNeedsLine } from './key-needs-line.ts';

const LEAST = '/api/models,/api/chat/completions,/api/v1/users/user/status';

it.each([
  ['nothing besides answers', {}, LEAST],
  ['files', { files: true }, `${LEAST},/api/v1/files`],
  ['ratings', { feedback: true }, `${LEAST},/api/v1/evaluations/feedback`],
  ['the whole agent', { wholeAgent: true }, `${LEAST},/api/tasks/chat,/api/v1/users/permissions`],
])('names the paths that %s needs', (_, keyNeeds, line) => {
  expect(keyNeedsLine({ keyNeeds })).toBe(line);
});
