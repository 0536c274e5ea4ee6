import { defineCheck } from '../../check.ts';
import type { BuiltinObstacle } from '../../evidence/evidence-map.ts';
import { type FixStep, info, ok, saw, skip, warn } from '../../verdict.ts';
import { shownNames } from '../shown-names.ts';

type OpenTool = Extract<BuiltinObstacle, { what: 'tool-open' }>;

/** Whether built-in tools of Open WebUI would let visitors at the account's own things. The whole agent is then refused. */
export const toolsBuiltIn = defineCheck({
  id: 'tools/built-in',
  causes: ['builtin-tools-open', 'key-owner-is-admin'],
  after: ['models/list', 'models/chosen'],
  needs: ['own', 'builtinTools'],
  run({ own: { tools }, builtinTools }) {
    if (tools !== 'whole-agent') return skip({ key: 'noWholeAgent' });
    if (builtinTools.kind === 'none') return skip({ key: 'explainedBy', args: { id: 'tools/used' } });
    const { obstacles } = builtinTools;
    const open = obstacles.filter((one): one is OpenTool => one.what === 'tool-open');
    const has = (what: BuiltinObstacle['what']) => obstacles.some((one) => one.what === what);
    if (open.length > 0) return openTools(open);
    if (has('account-is-administrator')) {
      return warn({
        cause: 'key-owner-is-admin',
        confidence: 'certain',
        said: { key: 'agentOfAdministrator' },
        impact: { key: 'noAgent' },
        actor: { key: 'administrator' },
        fix: [
          { how: { key: 'addAccount' }, goal: 'add-account' },
          { how: { key: 'makeKeyThere' }, goal: 'create-key' },
        ],
      });
    }
    if (has('version-unread')) return info({ key: 'builtinVersionUnread' });
    return obstacles.length > 0 ? skip({ key: 'nothingToSee' }) : ok();
  },
});

function openTools(open: readonly OpenTool[]) {
  const closable = (by: OpenTool['closedBy'][number]) => open.some(({ closedBy }) => closedBy.includes(by));
  const steps: FixStep[] = [
    ...(closable('model')
      ? [{ how: { key: 'closeBuiltin' } } as const, { how: { key: 'letGuichetClose' } } as const]
      : []),
    ...(closable('no-switch') ? [{ how: { key: 'closeSkills' } } as const] : []),
  ];
  const [first = { how: { key: 'closeBuiltin' } }, ...others] = steps;
  const names = shownNames(open.map(({ kind }) => kind));
  return warn({
    cause: 'builtin-tools-open',
    confidence: 'certain',
    said: { key: 'builtinOpen', args: { names } },
    impact: { key: 'noAgent' },
    actor: { key: 'administrator' },
    evidence: [saw('builtinTools', names)],
    fix: [first, ...others],
  });
}
