export interface DiagnosisTexts {
  /** A check has been waiting for two seconds. */
  slow: string;
  failed: string;
  /** What the watch has found, for the log and the webhook. `findings` and `what` are whole sentences. */
  failing: (findings: string, where: string) => string;
  well: (what: string) => string;
  allWell: (what: string) => string;
}
