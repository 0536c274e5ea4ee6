/** How long each look may take, in milliseconds. Together they stay below `totalMs`, which ends the whole run. */
export interface DoctorLimits {
  /** A name server that needs longer is as good as none. */
  nameMs: number;
  connectMs: number;
  certificateMs: number;
  /** One short reply of Open WebUI. Its model list waits for providers. */
  replyMs: number;
  /** Until the first word of an answer: retrieval and the loading of a model come before it. */
  answerMs: number;
  /** A look at our own side: disk, database, public address. */
  ownMs: number;
  /** The whole run. What is not known by then is said to be unknown. */
  totalMs: number;
}

export const DOCTOR_LIMITS: Readonly<DoctorLimits> = {
  nameMs: 2_000,
  connectMs: 2_500,
  certificateMs: 2_500,
  replyMs: 4_000,
  answerMs: 8_000,
  ownMs: 3_000,
  totalMs: 11_500,
};
