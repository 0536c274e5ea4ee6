import type { KeyNeeds } from '@guichet/openwebui/allow-list';
import type { DoctorInput } from '../doctor-input.ts';

/** What the key is used for besides models and answers; the whole agent needs more. */
export function needsOf({ needs = {}, tools }: DoctorInput): KeyNeeds {
  return tools === 'whole-agent' ? { ...needs, wholeAgent: true } : needs;
}
