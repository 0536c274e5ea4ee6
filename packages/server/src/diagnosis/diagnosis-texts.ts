export interface DiagnosisTexts {
  /** A check has been waiting for two seconds. */
  slow: string;
  failed: string;
}
