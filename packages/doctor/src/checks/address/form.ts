import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';
import { settingLine } from '../setting-line.ts';

export const addressForm = defineCheck({
  id: 'address/form',
  causes: ['url-malformed'],
  after: ['address/present'],
  needs: ['address'],
  run({ address }) {
    if (address.kind !== 'malformed') return ok();
    return fail({
      cause: 'url-malformed',
      confidence: 'certain',
      ...(address.noProtocol && { said: { key: 'addressWithoutProtocol' } }),
      ...(address.meant !== undefined && {
        said: {
          key: address.isTwice ? 'addressSchemeTwice' : 'addressSchemeBroken',
          args: { meant: address.meant },
        },
      }),
      ...(address.holdsPassword && { said: { key: 'addressWithPassword' } }),
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: [
        {
          how: { key: 'writeAddress' },
          commands: settingLine('OPENWEBUI_URL', address.meant ?? 'https://chat.example.com'),
        },
      ],
    });
  },
});
