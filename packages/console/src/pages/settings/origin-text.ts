import type { SettingOriginView } from '@guichet/contract/set-up-api';
import type { SettingsTexts } from '../../text/settings/texts.ts';

/** "Environment, OPENWEBUI_URL": where a value comes from. */
export function originText(origin: SettingOriginView, { from }: SettingsTexts): string {
  switch (origin.kind) {
    case 'console':
      return from.console;
    case 'environment':
      return from.environment(origin);
    case 'env-file':
      return from.envFile({ ...origin, file: shortPath(origin.file) });
    case 'file':
      return from.file({ file: shortPath(origin.file) });
    case 'default':
      return from.default;
    default:
      return origin satisfies never;
  }
}

/** The `.env` file is known by its name; another file by its whole path. */
function shortPath(file: string): string {
  return file.endsWith('/.env') ? '.env' : file;
}
