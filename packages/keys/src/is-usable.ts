import type { Recognition } from './recognition.ts';

/** Whether Guichet can put it before Open WebUI as it is: an API key, or a session token that has not ended yet. */
export function isUsable({ family, cause }: Recognition): boolean {
  return family === 'open-webui' && cause !== 'session-token-expired';
}
