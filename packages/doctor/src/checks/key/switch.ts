import { defineCheck } from '../../check.ts';
import { fail, saw, skip } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { shownByRefusal } from '../shown-by-refusal.ts';
import { statusSeen } from '../status-seen.ts';

/** Before it, keys needed no permission: a refusal can only be the switch. */
const PERMISSION_SINCE = '0.6.37';

/** From it on the permission is not shown while the switch is off. */
const HIDDEN_SINCE = '0.12.4';

/**
 * One sentence of Open WebUI for two things: keys switched off, or not permitted to this account. Up to 0.9.4 everybody
 * may read the switch, which tells them apart; later versions hide it from keys.
 */
export const keySwitch = defineCheck({
  id: 'key/switch',
  causes: ['api-keys-disabled', 'api-keys-not-permitted'],
  after: ['key/header'],
  needs: ['front', 'access', 'credential'],
  run({ front, access: { failure }, credential: { recognition } }) {
    if (recognition.session) return skip({ key: 'noApiKey' });
    if (failure?.cause !== 'api-keys-disabled') return shownByRefusal(failure, ['account-pending']);
    const { keysSwitch, openWebUiVersion } = front;
    const noPermissions = openWebUiVersion !== undefined && compareVersions(openWebUiVersion, PERMISSION_SINCE) < 0;
    if (keysSwitch === true && !noPermissions) {
      return fail({
        cause: 'api-keys-not-permitted',
        confidence: 'certain',
        impact: { key: 'noAnswers' },
        actor: { key: 'administrator' },
        evidence: [saw('keysSwitch', 'true')],
        fix: [
          { how: { key: 'permitGroup' }, goal: 'group-permission' },
          { how: { key: 'permitAll' }, goal: 'default-permission' },
        ],
      });
    }
    const isSure = keysSwitch === false || noPermissions;
    return fail({
      cause: 'api-keys-disabled',
      confidence: isSure ? 'certain' : 'probable',
      ...(isSure && { said: { key: 'keysOff' } }),
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: statusSeen(failure),
      fix: [
        { how: { key: 'switchKeysOn' }, goal: 'switch-keys-on' },
        ...(noPermissions ? [] : [{ how: { key: permitKey(openWebUiVersion) }, goal: 'group-permission' as const }]),
      ],
    });
  },
});

function permitKey(version: string | undefined): 'permitGroup' | 'permitOnceOn' {
  return version !== undefined && compareVersions(version, HIDDEN_SINCE) < 0 ? 'permitGroup' : 'permitOnceOn';
}
