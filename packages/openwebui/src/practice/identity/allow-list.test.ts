import { expect, it } from 'vitest';
import { isPathAllowed } from './allow-list.ts';

it.each([
  ['/api/models', '/api/models', true],
  ['/api/models/base', '/api/models', true],
  ['/api/modelsx', '/api/models', false],
  ['/api/v1/files/', '/api/v1/files', true],
  ['/api/v1/auths/', '/api/v1/auths/', true],
  ['/api/v1/auths/api_key', '/api/v1/auths/', false],
  ['/api/v1/auths/api_key', '/api/v1/auths', true],
  ['/api/v1/evaluations/feedbacks/all', '/api/v1/evaluations/feedback', false],
  ['/api/chat/completions', '/api/models, /api/chat/completions', true],
  ['/api/models', '', false],
])('%s with the list "%s": %s', (path, list, allowed) => {
  expect(isPathAllowed(path, list)).toBe(allowed);
});
