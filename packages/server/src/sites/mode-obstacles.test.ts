import type { WholeAgentObstacle } from '@guichet/openwebui/agent-safety';
import { expect, it } from 'vitest';
import { toModeObstacles } from './mode-obstacles.ts';

it('names open tools together and everything else once', () => {
  const open = (kind: string): WholeAgentObstacle => ({
    what: 'tool-open',
    kind,
    opens: 'own-things',
    closedBy: ['model'],
  });
  expect(
    toModeObstacles([
      { what: 'account-is-administrator' },
      open('chats'),
      { what: 'version-unread', version: '0.13.0' },
      open('notes'),
      { what: 'version-too-old', version: '0.9.6', needed: '0.10.2' },
    ]),
  ).toEqual([
    { code: 'tool-open', names: ['chats', 'notes'] },
    { code: 'account-is-administrator', names: [] },
    { code: 'version-unread', names: ['0.13.0'] },
  ]);
  expect(toModeObstacles([])).toEqual([]);
});
