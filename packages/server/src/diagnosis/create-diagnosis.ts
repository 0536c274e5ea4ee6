/** The doctor in a running server: the desk for operators, the watch, and what both hand to the doctor. */
import type { Locale } from '@guichet/contract/locale';
import type { DoctorInput } from '@guichet/doctor';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { isCredentialRefusal } from '../credential/refusal-causes.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Notice } from '../observe/webhook.ts';
import { DiagnosisDesk } from './diagnosis-desk.ts';
import { diagnosisGauges } from './diagnosis-gauges.ts';
import { createDiagnosisNotices } from './diagnosis-notices.ts';
import { DiagnosisWatch } from './diagnosis-watch.ts';
import { type ServerDiagnosisParts, serverDoctorInput } from './server-diagnosis.ts';

export interface DiagnosisParts extends ServerDiagnosisParts {
  desk: CredentialDesk;
  logger: Logger;
  metrics: Pick<Metrics, 'labelledGauge'>;
  tell: (notice: Notice) => Promise<void>;
  locale: () => Locale;
  now: () => number;
}

export interface Diagnosis {
  desk: DiagnosisDesk;
  watch: DiagnosisWatch;
  /** @param origin the address under which an operator's browser reached this server */
  input: (origin: string | undefined) => DoctorInput;
  /** Ends what is under way. */
  close: () => Promise<void>;
}

export function createDiagnosis(parts: DiagnosisParts): Diagnosis {
  const { logger, now } = parts;
  /** The watch looks there too when no address is configured. */
  let seenAt: string | undefined;
  const desk = new DiagnosisDesk({
    onFailure: (error) => logger.error({ err: error }, 'A diagnosis stopped with an error.'),
  });
  const watch = new DiagnosisWatch({
    desk,
    input: () => (parts.desk.practiceVersion === undefined ? serverDoctorInput(parts, seenAt) : undefined),
    onChange: createDiagnosisNotices({
      logger,
      tell: parts.tell,
      locale: parts.locale,
      page: () => `${parts.settings().publicUrl.value ?? seenAt ?? ''}/diagnostic`,
      toldAlready: (cause) => parts.desk.watch.state.kind === 'refused' && isCredentialRefusal(cause),
    }),
    onFailure: (error) => logger.error({ err: error }, 'A background diagnosis stopped with an error.'),
    now,
  });
  parts.desk.keeper.onChange(() => watch.settingsChanged());
  diagnosisGauges(parts.metrics, desk, watch);
  return {
    desk,
    watch,
    input(origin) {
      seenAt = origin ?? seenAt;
      return serverDoctorInput(parts, seenAt);
    },
    async close() {
      await Promise.all([watch.stop(), desk.close()]);
    },
  };
}
