import { compareVersions } from '../checks/compare-versions.ts';

/** From then on what a request asks for wins over what the model's owner chose. */
const REQUEST_CHOOSES_SINCE = '0.10.0';

/** Whether a model that is set to native calling is called so, whatever a request asks for. */
export function ownerChoosesCalling(version: string | undefined): boolean {
  return version !== undefined && compareVersions(version, REQUEST_CHOOSES_SINCE) < 0;
}
