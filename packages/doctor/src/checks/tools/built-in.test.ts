import type { BuiltinObstacle } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { toolsBuiltIn } from './built-in.ts';

const agent = own({ tools: 'whole-agent' });
const open = (kind: string, ...closedBy: ('model' | 'right' | 'no-switch')[]) =>
  ({ what: 'tool-open', kind, opens: 'own-things', closedBy }) as const;
const read = (...obstacles: BuiltinObstacle[]) => ({ kind: 'read', obstacles }) as const;

checkTable(toolsBuiltIn, [
  ['no whole agent', { own: own({ tools: 'one-round' }), builtinTools: { kind: 'none' } }, 'skip noWholeAgent'],
  ['this Open WebUI cannot run it', { own: agent, builtinTools: { kind: 'none' } }, 'skip explainedBy(id tools/used)'],
  ['nothing is open', { own: agent, builtinTools: read() }, 'ok'],
  [
    'the model can close what is open',
    { own: agent, builtinTools: read(open('notes', 'model')) },
    'warn certain builtin-tools-open builtinOpen(names notes) | noAgent → administrator | closeBuiltin, letGuichetClose | builtinTools notes',
  ],
  [
    'no switch closes what is open',
    { own: agent, builtinTools: read(open('skills', 'no-switch')) },
    'warn certain builtin-tools-open builtinOpen(names skills) | noAgent → administrator | closeSkills | builtinTools skills',
  ],
  [
    'only the account’s right closes what is open',
    { own: agent, builtinTools: read(open('memory', 'right')) },
    'warn certain builtin-tools-open builtinOpen(names memory) | noAgent → administrator | closeBuiltin | builtinTools memory',
  ],
  [
    'several things are open',
    {
      own: agent,
      builtinTools: read(open('notes', 'model'), open('skills', 'no-switch'), { what: 'account-is-administrator' }),
    },
    'warn certain builtin-tools-open builtinOpen(names notes, skills) | noAgent → administrator | closeBuiltin, letGuichetClose, closeSkills | builtinTools notes, skills',
  ],
  [
    'the account is an administrator',
    { own: agent, builtinTools: read({ what: 'account-is-administrator' }) },
    'warn certain key-owner-is-admin agentOfAdministrator | noAgent → administrator | addAccount@add-account, makeKeyThere@create-key',
  ],
  [
    'a version that nobody has read',
    { own: agent, builtinTools: read({ what: 'version-unread', version: '0.99.0' }) },
    'info builtinVersionUnread',
  ],
  ['it could not be read', { own: agent, builtinTools: read({ what: 'not-checked' }) }, 'skip nothingToSee'],
]);
