/** What happens to the credential, as a notice for the log and the webhook. */

import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Notice } from '../observe/webhook.ts';
import type { ServerTexts } from '../text/server-texts.ts';
import type { SwapResult } from './credential-keeper.ts';
import type { CredentialEvent } from './credential-watch.ts';

export interface NoticeTexts {
  credential: ServerTexts['credential'];
  causes: CauseTexts;
}

export function eventNotice(event: CredentialEvent, { credential, causes }: NoticeTexts): Notice {
  switch (event.kind) {
    case 'expiring':
      return {
        event: 'credential-expiring',
        severity: event.daysLeft === 1 ? 'error' : 'warn',
        text: credential.expiring(event.daysLeft, event.expiresAt.toISOString()),
      };
    case 'expired':
      return {
        event: 'credential-expired',
        severity: 'error',
        text: credential.expired(event.expiresAt.toISOString()),
      };
    case 'refused':
      return { event: 'credential-refused', severity: 'error', text: credential.refusedNow(causes[event.cause]) };
    case 'accepted-again':
      return { event: 'credential-accepted', severity: 'info', text: credential.acceptedAgain };
    default:
      return event satisfies never;
  }
}

export function swapNotice(result: SwapResult, { credential, causes }: NoticeTexts): Notice | undefined {
  switch (result.kind) {
    case 'unchanged':
      return undefined;
    case 'swapped':
      return {
        event: 'credential-swapped',
        severity: 'info',
        text: credential.swapped(result.held.recognition.fingerprint),
      };
    case 'refused':
      return {
        event: 'credential-swap-refused',
        severity: 'warn',
        text: credential.swapRefused(causes[result.failure.cause]),
      };
    default:
      return result satisfies never;
  }
}
