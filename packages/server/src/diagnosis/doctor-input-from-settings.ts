/** What the settings tell the doctor: one way to collect it for the command, the page and the watch. */
import path from 'node:path';
import type { DoctorInput } from '@guichet/doctor';
import type { SettingKey } from '../settings/setting-definitions.ts';

/** A setting as it was written; undefined when it is not set. */
export type SettingText = (key: SettingKey) => string | undefined;

export function doctorInputFromSettings(text: SettingText, version: string): DoctorInput {
  return {
    baseUrl: text('openWebUiUrl'),
    credential: text('openWebUiApiKey'),
    // A Guichet that has no address answers from its practice server.
    answersMeanwhile: text('openWebUiUrl') === undefined ? 'practice' : undefined,
    model: text('openWebUiModel'),
    publicUrl: text('publicUrl'),
    allowedOrigins: (text('allowedOrigins') ?? '').split(',').flatMap((origin) => origin.trim() || []),
    dataDir: path.resolve(text('dataDir') ?? './data'),
    storedIn: text('databaseUrl') === undefined ? 'data-folder' : 'postgresql',
    masterKey: text('masterKeys') === undefined ? 'data-folder' : 'settings',
    version,
    runtime: process.versions.node,
  };
}
