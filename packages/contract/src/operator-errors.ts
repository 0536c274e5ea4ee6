import type { ErrorCode } from './error-catalogue.ts';

/** What only operators' routes answer with: these sentences exist in the operators' languages alone. */
export const OPERATOR_ERRORS = [
  'sign-in-needed',
  'link-invalid',
  'too-many-sign-ins',
  'password-wrong',
  'current-password-wanted',
  'current-password-wrong',
  'password-too-short',
  'password-too-long',
  'password-is-address',
  'password-is-site-name',
  'password-too-common',
  'sign-in-busy',
  'check-superseded',
  'site-unknown',
  'ticket-expired',
  'credential-unusable',
  'credential-refused',
  'address-missing',
  'diagnosis-busy',
  'sign-in-impossible',
] as const satisfies readonly ErrorCode[];

export type OperatorErrorCode = (typeof OPERATOR_ERRORS)[number];

/** What a visitor may read, in every visitors' language. */
export type VisitorErrorCode = Exclude<ErrorCode, OperatorErrorCode>;
