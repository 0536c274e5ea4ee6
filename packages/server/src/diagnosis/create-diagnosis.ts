/** The doctor in a running server: the desk for operators, the watch, what both hand to the doctor, and what visitors were told. */
import type { Locale } from '@guichet/contract/locale';
import type { DoctorInput } from '@guichet/doctor';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { isCredentialRefusal } from '../credential/refusal-causes.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Notice } from '../observe/webhook.ts';
import type { Replicas } from '../replicas/open-replicas.ts';
import type { MasterKeys } from '../safe/master-keys.ts';
import type { VisitorErrorRecords } from '../storage/visitor-error-records.ts';
import { DiagnosisDesk } from './diagnosis-desk.ts';
import { diagnosisGauges } from './diagnosis-gauges.ts';
import { createDiagnosisNotices } from './diagnosis-notices.ts';
import { DiagnosisWatch } from './diagnosis-watch.ts';
import { RefusedOrigins } from './refused-origins.ts';
import { type ServerDiagnosisParts, serverDoctorInput } from './server-diagnosis.ts';
import { shareLastDiagnosis } from './share-last-diagnosis.ts';
import { shareRefusedOrigins } from './share-refused-origins.ts';
import { VisitorErrorLog } from './visitor-error-log.ts';

export interface DiagnosisParts extends Omit<ServerDiagnosisParts, 'refusedOrigins'> {
  desk: CredentialDesk;
  visitorErrorRecords: VisitorErrorRecords;
  logger: Logger;
  metrics: Pick<Metrics, 'labelledGauge'>;
  tell: (notice: Notice) => Promise<void>;
  replicas: Pick<Replicas, 'leading' | 'ring' | 'hear' | 'redis'>;
  masterKeys: Pick<MasterKeys, 'keys'>;
  locale: () => Locale;
  now: () => number;
  /** For what waits and expires. */
  steady: () => number;
}

export interface Diagnosis {
  desk: DiagnosisDesk;
  watch: DiagnosisWatch;
  /** @param origin the address under which an operator's browser reached this server */
  input: (origin: string | undefined) => DoctorInput;
  visitorErrors: VisitorErrorLog;
  refusedOrigins: RefusedOrigins;
  /** Ends what is under way; errors of visitors are still taken. */
  close: () => Promise<void>;
}

export function createDiagnosis(options: DiagnosisParts): Diagnosis {
  const { logger, now, steady } = options;
  const visitorErrors = new VisitorErrorLog({
    records: options.visitorErrorRecords,
    onFailure: (error) => logger.error({ err: error }, 'Guichet could not store an error that a visitor saw.'),
    now,
  });
  const refusedOrigins = new RefusedOrigins(now, () => {
    const { allowedOrigins, publicUrl } = options.settings();
    return [...allowedOrigins.value, ...(publicUrl.value === undefined ? [] : [publicUrl.value])];
  });
  shareRefusedOrigins(refusedOrigins, options.replicas);
  const parts = { ...options, refusedOrigins };
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
    leading: options.replicas.leading,
    passOn: () => options.replicas.ring('watch'),
    now: steady,
  });
  shareLastDiagnosis({ ...options, desk });
  options.replicas.hear('watch', () => {
    if (options.replicas.leading.leads) watch.noticed();
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
    visitorErrors,
    refusedOrigins,
    async close() {
      await Promise.all([watch.stop(), desk.close()]);
    },
  };
}
