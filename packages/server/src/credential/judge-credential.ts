/** Whether what somebody gave as the credential may be sent to Open WebUI, judged by its shape alone. */
import { cleanCredential, cleanDoubtfulCredential, type Recognition, recognise } from '@guichet/keys';

export type CredentialJudgement =
  /** `doubtful`: no shape of Open WebUI's, but of nobody else's either; only asking can tell. */
  | { kind: 'usable'; value: string; recognition: Recognition; doubtful: boolean }
  /** Somebody else's secret, an example or a mask: it is not sent anywhere. */
  | { kind: 'unusable'; recognition: Recognition };

export function judgeCredential(text: string, salt: string, now: Date): CredentialJudgement {
  const recognition = recognise(text, { now, salt });
  const sure = cleanCredential(text);
  if (sure !== undefined) return { kind: 'usable', value: sure, recognition, doubtful: false };
  const doubtful = recognition.kind === 'unknown' ? cleanDoubtfulCredential(text) : undefined;
  if (doubtful === undefined) return { kind: 'unusable', recognition };
  return { kind: 'usable', value: doubtful, recognition, doubtful: true };
}
